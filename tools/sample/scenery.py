"""Places for the invented people to have been in, and two drawings without any person."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .brushes import Map, Picture, lay, smoothstep, tint, value_noise

Size = tuple[int, int]
"""Width and height in pixels."""

Scene = Callable[[Size], Picture]
"""Paints a place: RGB of shape (height, width, 3), 0..255."""


def _plane(size: Size) -> tuple[Map, Map]:
    """Across and down of every pixel, both from 0 to 1."""
    down, across = np.mgrid[0 : 1 : size[1] * 1j, 0 : 1 : size[0] * 1j].astype(np.float32)
    return across, down


def _sky(down: Map, *, top: tuple[int, int, int], bottom: tuple[int, int, int]) -> Picture:
    """A colour that runs into another from top to bottom."""
    return np.asarray(tint(*top) * (1 - down[..., None]) + tint(*bottom) * down[..., None])


def _out_of_focus(picture: Picture, radius: float) -> Picture:
    """The picture blurred as a background is when the camera looks at a person before it."""
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(radius)), np.float32)


def beach(size: Size) -> Picture:
    """Sun, sea, sand and a parasol."""
    random = np.random.RandomState(21)
    across, down = _plane(size)
    picture = _sky(down, top=(92, 168, 226), bottom=(226, 240, 250))
    sun = np.hypot((across - 0.82) * size[0] / size[1], down - 0.16)
    picture = lay(picture, (255, 246, 200), smoothstep(0.30, 0.02, sun) * 0.7)
    picture = lay(picture, (255, 250, 222), smoothstep(0.075, 0.065, sun))
    ripples = value_noise(random, (size[1], size[0]), cells=(140, 8))
    sea = tint(38, 134, 166) * (1 + 0.10 * ripples)[..., None]
    picture = lay(picture, sea, smoothstep(0.478, 0.482, down))
    sand = (
        tint(232, 206, 152) * (1 + 0.04 * value_noise(random, (size[1], size[0]), cells=(90, 90)))[..., None]
    )
    shore = 0.66 + 0.03 * np.sin(across * 7)
    picture = lay(picture, (244, 250, 250), smoothstep(shore - 0.03, shore - 0.02, down))
    picture = lay(picture, sand, smoothstep(shore - 0.005, shore + 0.01, down))
    from_pole = np.abs(across - 0.13 - 0.10 * (down - 0.5))
    picture = lay(
        picture, (250, 250, 250), smoothstep(0.007, 0.004, from_pole) * (down > 0.30) * (down < 0.86)
    )
    canopy = np.hypot((across - 0.11) / 0.17, (down - 0.40) / 0.26)
    angle = (across - 0.11) / np.maximum(0.42 - down, 0.02)
    stripe = np.where((np.sin(angle * 7) > 0)[..., None], tint(214, 60, 56), tint(250, 244, 232))
    return lay(picture, stripe, smoothstep(1.01, 0.99, canopy) * (down < 0.40))


def city(size: Size) -> Picture:
    """A skyline at night with lit windows."""
    random = np.random.RandomState(22)
    _, down = _plane(size)
    image = Image.fromarray(_sky(down, top=(14, 16, 44), bottom=(120, 62, 96)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    width, height = size
    left = -10
    while left < width:
        wide, tall = int(random.randint(46, 92)), int(random.uniform(0.35, 0.82) * height)
        shade = int(random.randint(18, 38))
        draw.rectangle((left, height - tall, left + wide, height), fill=(shade, shade + 2, shade + 14))
        for x in range(left + 7, left + wide - 9, 13):
            for y in range(height - tall + 9, height, 18):
                if random.rand() < 0.42:
                    lit = [(255, 214, 120), (255, 236, 190), (160, 200, 255)][random.randint(3)]
                    draw.rectangle((x, y, x + 6, y + 9), fill=lit)
        left += wide + int(random.randint(0, 9))
    return _out_of_focus(np.asarray(image, np.float32), 1.6)


def mountains(size: Size, *, seed: int = 23) -> Picture:
    """Ranges one behind the other, in the evening; the seed shapes them."""
    random = np.random.RandomState(seed)
    across, down = _plane(size)
    picture = _sky(down, top=(86, 120, 176), bottom=(252, 206, 170))
    for number, colour in enumerate(((158, 164, 196), (112, 124, 160), (72, 90, 118), (40, 58, 66))):
        ridge = np.zeros(size[0], np.float32)
        for peaks, tall in ((3, 0.10), (7, 0.05), (19, 0.018), (53, 0.006)):
            lumps = random.standard_normal(peaks + number)
            ridge += tall * np.interp(np.linspace(0, 1, size[0]), np.linspace(0, 1, len(lumps)), lumps)
        line = (0.36 + 0.13 * number + ridge)[None, :]
        haze = tint(*colour) * (1 + 0.18 * smoothstep(0.0, 0.35, down - line))[..., None]
        picture = lay(picture, haze, smoothstep(line - 0.002, line + 0.002, down))
        snow = smoothstep(line + 0.055, line + 0.02, down + 0.03 * np.sin(across * 90)) * (number == 0)
        picture = lay(picture, (244, 244, 250), snow * smoothstep(line - 0.002, line + 0.002, down))
    return picture


def moon(size: Size) -> Picture:
    """Grey dust, craters, stars and the earth above."""
    random = np.random.RandomState(24)
    across, down = _plane(size)
    aspect = size[0] / size[1]
    picture: Picture = np.full((size[1], size[0], 3), 8, np.float32)
    stars = random.rand(size[1], size[0]) > 0.9985
    picture = lay(picture, (235, 238, 250), stars.astype(np.float32))
    globe = np.hypot((across - 0.80) * aspect, down - 0.22) / 0.13
    land = smoothstep(0.1, 0.5, value_noise(random, (size[1], size[0]), cells=(26, 26)))
    earth = lay(
        lay(np.full_like(picture, 1) * tint(50, 108, 190), (86, 140, 84), land),
        (250, 250, 252),
        0.5 * land**3,
    )
    night = np.clip(0.9 - 0.9 * ((across - 0.80) * aspect / 0.13 + (down - 0.22) / 0.13) * 0.6, 0.05, 1)
    picture = lay(picture, earth * night[..., None], smoothstep(1.02, 0.98, globe))
    horizon = 0.56 + 0.02 * np.sin(across * 5 + 1)
    dust = 150 - 60 * (down - 0.5) + 7 * value_noise(random, (size[1], size[0]), cells=(70, 70))
    ground: Picture = np.repeat(dust[..., None], 3, axis=2)
    for _ in range(16):
        x, depth = random.uniform(0, 1), random.uniform(0.04, 0.42)
        wide = 0.03 + 0.28 * depth * random.uniform(0.3, 1)
        rim = np.hypot((across - x) / wide, (down - 0.56 - depth) / (wide * 0.35))
        ground = lay(ground, (82, 82, 86), 0.7 * smoothstep(1.0, 0.8, rim))
        ground = lay(
            ground, (206, 206, 204), 0.6 * smoothstep(0.12, 0.02, np.abs(rim - 1)) * (down > 0.56 + depth)
        )
    return lay(picture, ground, smoothstep(horizon - 0.003, horizon + 0.003, down))


def press_wall(size: Size) -> Picture:
    """The wall of a press room: rows of a made-up badge, a star in a ring."""
    image = Image.new("RGB", size, (226, 230, 238))
    draw = ImageDraw.Draw(image)
    step = size[1] // 6
    for row in range(8):
        for column in range(size[0] // step + 2):
            x, y = column * step + (row % 2) * step // 2, row * step
            colour = (44, 84, 150) if (row + column) % 2 else (196, 150, 44)
            radius = step // 4
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=colour, width=4)
            draw.regular_polygon((x, y, radius // 2), n_sides=5, fill=colour)
    return _out_of_focus(np.asarray(image, np.float32), 1.2)


def garden(size: Size) -> Picture:
    """Leaves out of focus and a lawn."""
    random = np.random.RandomState(26)
    _, down = _plane(size)
    image = Image.fromarray(_sky(down, top=(196, 222, 190), bottom=(60, 110, 60)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(420):
        x, y = random.uniform(0, size[0]), random.uniform(0, 0.72) ** 0.7 * size[1] * 0.9
        radius, green = random.uniform(8, 34), int(random.randint(70, 180))
        fill = (int(green * random.uniform(0.3, 0.7)), green, int(green * random.uniform(0.25, 0.5)))
        draw.ellipse((x - radius, y - radius * 0.7, x + radius, y + radius * 0.7), fill=fill)
    draw.rectangle((0, int(size[1] * 0.80), size[0], size[1]), fill=(96, 150, 70))
    return _out_of_focus(np.asarray(image, np.float32), 5)


def stage(size: Size) -> Picture:
    """A dark stage under coloured spotlights."""
    across, down = _plane(size)
    picture = _sky(down, top=(30, 14, 40), bottom=(66, 24, 52))
    beams = ((0.12, 0.35, (255, 90, 140)), (0.5, 0.45, (255, 210, 110)), (0.88, 0.62, (90, 170, 255)))
    for lamp, foot, colour in beams:
        middle = lamp + (foot - lamp) * down
        beam = smoothstep(0.05 + 0.16 * down, 0.0, np.abs(across - middle)) * (1 - 0.5 * down)
        picture = lay(picture, colour, 0.55 * beam)
    curtain = 0.12 * np.sin(across * 70) * (np.abs(across - 0.5) > 0.36)
    return np.asarray(picture * (1 + curtain)[..., None])


def underwater(size: Size) -> Picture:
    """Deep blue, rays from above, bubbles and fish."""
    random = np.random.RandomState(27)
    across, down = _plane(size)
    picture = _sky(down, top=(70, 190, 210), bottom=(6, 34, 84))
    for _ in range(7):
        lamp, lean, wide = random.uniform(-0.1, 1.0), random.uniform(-0.1, 0.3), random.uniform(0.02, 0.07)
        ray = smoothstep(wide, 0.0, np.abs(across - lamp - lean * down)) * (1 - down)
        picture = lay(picture, (220, 250, 250), 0.30 * ray)
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(9):
        x, y, long = random.uniform(0, size[0]), random.uniform(0.1, 0.9) * size[1], random.uniform(26, 54)
        colour = [(250, 170, 60), (240, 100, 90), (250, 224, 90)][random.randint(3)]
        draw.ellipse((x, y - long * 0.24, x + long, y + long * 0.24), fill=colour)
        draw.polygon(
            ((x + long * 0.9, y), (x + long * 1.3, y - long * 0.24), (x + long * 1.3, y + long * 0.24)),
            colour,
        )
        draw.ellipse((x + long * 0.14, y - 4, x + long * 0.14 + 5, y + 1), fill=(20, 24, 40))
    for _ in range(40):
        x, y, radius = random.uniform(0, size[0]), random.uniform(0, size[1]), random.uniform(2, 7)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(190, 236, 244), width=2)
    return _out_of_focus(np.asarray(image, np.float32), 0.8)


def library(size: Size) -> Picture:
    """Shelves full of books."""
    random = np.random.RandomState(28)
    image = Image.new("RGB", size, (58, 38, 26))
    draw = ImageDraw.Draw(image)
    spines = ((122, 40, 38), (38, 68, 92), (52, 84, 58), (150, 112, 56), (88, 70, 62), (190, 176, 146))
    tall = size[1] // 4
    for shelf in range(5):
        foot, x = shelf * tall + tall // 3, 0
        while x < size[0]:
            thick, high = int(random.randint(9, 26)), int(random.uniform(0.62, 0.86) * tall)
            draw.rectangle((x, foot - high, x + thick - 2, foot), fill=spines[random.randint(len(spines))])
            draw.line(
                (x + 3, foot - high + 12, x + thick - 5, foot - high + 12), fill=(214, 184, 110), width=2
            )
            x += thick if random.rand() < 0.93 else 3 * thick
        draw.rectangle((0, foot, size[0], foot + 9), fill=(104, 70, 44))
    return _out_of_focus(np.asarray(image, np.float32), 1.8)


def desert(size: Size) -> Picture:
    """Dunes and pyramids at sunset."""
    across, down = _plane(size)
    picture = _sky(down, top=(120, 60, 130), bottom=(255, 190, 90))
    sun = np.hypot((across - 0.22) * size[0] / size[1], down - 0.50)
    picture = lay(picture, (255, 230, 150), smoothstep(0.15, 0.14, sun))
    for peak, foot, tall in ((0.56, 0.24, 0.30), (0.86, 0.17, 0.22)):
        slope = np.abs(across - peak) / foot
        face = np.where((across < peak)[..., None], tint(214, 152, 84), tint(132, 84, 62))
        picture = lay(picture, face, smoothstep(-0.004, 0.004, down - (0.66 - tall * (1 - slope))))
    for rise, colour in ((0.64, (206, 140, 78)), (0.78, (178, 112, 64))):
        dune = rise + 0.035 * np.sin(across * 9 + rise * 40)
        picture = lay(picture, colour, smoothstep(dune - 0.003, dune + 0.003, down))
    return picture


def living_room(size: Size, *, screen: Image.Image) -> Picture:
    """A wall, a sideboard and a television that shows ``screen`` unscaled."""
    _, down = _plane(size)
    image = Image.fromarray(_sky(down, top=(206, 190, 168), bottom=(176, 156, 134)).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((0, int(height * 0.86), width, height), fill=(112, 84, 62))
    draw.rectangle(
        (int(width * 0.12), int(height * 0.66), int(width * 0.88), int(height * 0.90)), fill=(86, 58, 42)
    )
    for part in (0.37, 0.63):
        draw.line((width * part, height * 0.68, width * part, height * 0.88), fill=(60, 40, 30), width=3)
    left, top = (width - screen.width) // 2, int(height * 0.64) - screen.height
    draw.rectangle((left - 9, top - 9, left + screen.width + 8, top + screen.height + 8), fill=(22, 22, 24))
    image.paste(screen, (left, top))
    pot = (width * 0.80, height * 0.54, width * 0.86, height * 0.66)
    for lean in range(-4, 5):
        leaf = (width * (0.83 + 0.022 * lean), height * (0.30 + 0.012 * lean * lean))
        draw.line((width * 0.83, height * 0.55, *leaf), fill=(58, 110 + 6 * lean, 62), width=7)
    draw.rectangle(pot, fill=(190, 104, 70))
    return np.asarray(image, np.float32)


def lake(size: Size) -> Image.Image:
    """A landscape with nobody in it."""
    picture = mountains(size, seed=33)
    _, down = _plane(size)
    shore = round(0.70 * size[1])
    mirrored = np.clip(2 * shore - np.arange(size[1]), 0, size[1] - 1)
    picture = lay(picture, picture[mirrored] * 0.80 + tint(8, 20, 32), smoothstep(0.698, 0.702, down))
    return Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))


def cat(size: Size) -> Image.Image:
    """A child's drawing of a cat, seen from the side, on squared paper."""
    image = Image.new("RGB", size, (250, 248, 240))
    draw = ImageDraw.Draw(image)
    width, height = size
    for x in range(0, width, 24):
        draw.line((x, 0, x, height), fill=(206, 220, 236))
    for y in range(0, height, 24):
        draw.line((0, y, width, y), fill=(206, 220, 236))

    def spot(x: float, y: float) -> tuple[float, float]:
        return x * width, y * height

    fur, ink = (236, 150, 60), (70, 44, 24)
    draw.arc((*spot(0.72, 0.14), *spot(0.90, 0.62)), 250, 130, fill=fur, width=24)
    draw.ellipse((*spot(0.28, 0.40), *spot(0.80, 0.78)), fill=fur, outline=ink, width=5)
    for leg in (0.34, 0.44, 0.62, 0.72):
        draw.rectangle((*spot(leg, 0.66), *spot(leg + 0.045, 0.90)), fill=fur, outline=ink, width=4)
    draw.ellipse((*spot(0.14, 0.26), *spot(0.38, 0.56)), fill=fur, outline=ink, width=5)
    draw.polygon((spot(0.24, 0.29), spot(0.27, 0.14), spot(0.33, 0.30)), fill=fur, outline=ink, width=5)
    draw.line((*spot(0.13, 0.44), *spot(0.20, 0.43)), fill=ink, width=5)
    draw.polygon((spot(0.135, 0.40), spot(0.165, 0.39), spot(0.15, 0.42)), fill=ink)
    draw.ellipse((*spot(0.20, 0.34), *spot(0.225, 0.375)), fill=ink)
    for rise in (-0.03, 0.0, 0.03):
        draw.line((*spot(0.20, 0.45), *spot(0.06, 0.46 + rise)), fill=ink, width=2)
    for stripe in (0.46, 0.54, 0.62):
        draw.arc((*spot(stripe, 0.41), *spot(stripe + 0.05, 0.60)), 190, 300, fill=ink, width=6)
    return image
