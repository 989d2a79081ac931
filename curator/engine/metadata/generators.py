"""Recognises the traces that picture generators leave in texts and names."""

import json
import re
from collections.abc import Iterator

from curator.engine.declarations import Code

_GENERATORS = re.compile(
    r"""(?ix)
    \bdall[\s·.\-_‑]*e\b | \bmidjourney\b | \bstable[\s_-]*diffusion | \bstability\W?ai\b | \bdreamstudio\b
    | \bnovelai\b | \bcomfyui\b | \binvoke\s?ai\b | \bautomatic1111\b | \bfooocus\b | \bswarmui\b
    | \bdraw\sthings\b | \beasy\s?diffusion\b | \bsd\.next\b | \bsdxl\b | \bflux[.\s-]?[12]\b
    | \bblack\sforest\slabs\b | \bfirefly\b | \bgenerative\s?(fill|expand)\b | \bimage\screator\b
    | \bmicrosoft[\s_]responsible[\s_]ai\b | \bmicrosoft\sdesigner\b | \bchatgpt\b | \bopenai\b | \bgpt-4o\b
    | \bgpt-image | \bgoogle\s(imagen|gemini|generative\sai) | ^gemini\b | \bimagen[\s-]?\d | \bnano\sbanana\b
    | \bgrok\b | \bmeta\sai\b | \bimagine\swith\smeta | \bideogram | \bleonardo\W?ai\b | \brecraft\b
    | \bplayground\W?ai\b | \bnightcafe\b | \bcraiyon\b | \bartbreeder\b | \brunway\W?ml\b | \bkrea\W?ai\b
    | \bseedream\b | \bdoubao\b | \bqwen-image | \bhunyuan | \btensor\W?art\b | \bfacefusion\b
    | \bdeepfacelab\b | \broop\b | \breface\b | \bmade\s(with|by|using)\s([\w'’-]+\s){0,3}ai\b
    | \bai[\s-]?generated\b | \bgenerated\s(with|by|using)\s([\w'’-]+\s){0,3}ai\b
    """
)
"""Names that mean a generator where a file names the program that made it.

Words of everyday language (imagen, flux, gemini) count only in forms that nothing else has.
"""

_SAYS_AI = re.compile(r"(?i)\b(made|edited|created|generated)\s(with|by|using)\s([\w'’-]+\s){0,3}ai\b")
"""In a credit line, where a firm that sells generators may be named for a real photo."""

_SETTINGS = re.compile(r"\bSteps: \d{1,5}, (Sampler|CFG scale|Seed|Schedule type|Size): ")
_JOB = re.compile(r"\bJob ID: ?[0-9a-f]{8}-[0-9a-f]{4}-")
_MODELS = re.compile(r'"(?:ckpt_name|unet_name|model_name)"\s*:\s*"([^"]{1,100})"')
_PROMPT = re.compile(r'"(?:positive_)?prompt"\s*:\s*("(?:[^"\\]|\\.){1,1000}")')
_NODES = re.compile(r'"class_type"\s*:|"last_node_id"\s*:')
_JSON_SETTINGS = re.compile(
    r'"(sui_image_params|num_inference_steps|use_stable_diffusion_model|negative_?[pP]rompt|uncond|sampler'
    r'|baseModel)"\s*:'
)

_INVOKEAI = frozenset({"invokeai_metadata", "sd-metadata", "invokeai_graph", "invokeai_workflow", "dream"})
_EASY_DIFFUSION = frozenset({"negative_prompt", "negative prompt", "use_stable_diffusion_model"})


def is_generator(program: str) -> bool:
    """Whether a program's name is that of a generator."""
    return _GENERATORS.search(program[:1000]) is not None


def credits_ai(credit: str) -> bool:
    """Whether a credit line says that AI was used: ``Made with Google AI``."""
    return _SAYS_AI.search(credit[:1000]) is not None


def traces(key: str, text: str) -> Iterator[tuple[Code, str]]:
    """What a text says about a generator.

    Args:
        key: what the text is called in the file, in small letters; empty for comments and captions.
        text: at most some ten thousand characters.
    """
    is_json = text.lstrip()[:1] in {"{", "["}
    if key in _INVOKEAI:
        yield Code.INVOKEAI, _prompt(text) or text
    elif is_json and _NODES.search(text):
        yield Code.COMFYUI, ", ".join(dict.fromkeys(_MODELS.findall(text)[:20]))
    elif key == "fooocus_scheme":
        yield Code.GENERATOR, "Fooocus"
    elif key in _EASY_DIFFUSION:
        yield Code.STABLE_DIFFUSION, text
    elif key == "aigc" or (is_json and '"AIGC"' in text):
        yield Code.AI_LABEL, ""
    elif _SETTINGS.search(text):
        yield Code.STABLE_DIFFUSION, text
    elif is_json and _JSON_SETTINGS.search(text):
        yield Code.STABLE_DIFFUSION, _prompt(text) or text
    elif _JOB.search(text):
        yield Code.MIDJOURNEY, text
    elif key == "prompt":
        yield Code.PROMPT, text


def _prompt(text: str) -> str:
    found = _PROMPT.search(text)
    if found is None:
        return ""
    try:
        said = json.loads(found[1], strict=False)
    except ValueError:
        return ""
    return said if isinstance(said, str) else ""
