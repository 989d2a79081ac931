"""C2PA signatures of exported deepfakes: what they say, that they hold, and that nothing asks the network."""

import getpass
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import c2pa
import pytest
from issuing import DAY, KEYS, NOW, Authority, files, pem, pem_key
from labelling import GUID, LABEL, noise
from PIL import Image

from curator.engine.export import certificates, signing
from curator.engine.export.labels import source_address
from curator.engine.export.picture_check import Flaw, check_picture
from curator.engine.export.pictures import encoded
from curator.engine.export.signing import Signer, SigningError, signer_of, verify
from curator.engine.records import Making

TITLE = "12_box.jpg"
PORTRAIT = replace(LABEL, making=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a certificate that Curator made."""
    made = tmp_path_factory.mktemp("catalogue") / "signing"
    signer_of(made, organisation="Don't Spy Example")
    return made


@pytest.fixture(scope="module")
def signer(folder: Path) -> Signer:
    return signer_of(folder)


@pytest.fixture(scope="module")
def picture() -> bytes:
    return encoded(noise(80, 60), label=LABEL)


@pytest.fixture(scope="module")
def signed(signer: Signer, picture: bytes) -> bytes:
    return signer.sign(picture, label=LABEL, title=TITLE)


def told_by(data: bytes) -> dict[str, Any]:
    """What c2pa's reader says with its usual settings, but for the network."""
    settings = {"verify": {"remote_manifest_fetch": False}}
    with (
        c2pa.Context.from_dict(settings) as context,
        c2pa.Reader("image/jpeg", io.BytesIO(data), context=context) as reader,
    ):
        told: dict[str, Any] = json.loads(reader.detailed_json())
        return told


def claimed(folder: Path, picture: bytes, *, settings: dict[str, Any] | None = None, **changes: Any) -> bytes:
    """A picture signed with the same certificate, but for another claim."""
    certificate = certificates.read(folder)
    info = c2pa.C2paSignerInfo(certificate.algorithm.encode(), certificate.chain, certificate.key, None)
    claim = signing._claim(LABEL, title=TITLE) | changes
    out = io.BytesIO()
    with (
        c2pa.Context.from_dict(settings or signing._SETTINGS) as context,
        c2pa.Builder(json.dumps(claim), context=context) as builder,
    ):
        signing._add_parent(builder, data=picture, guid=GUID)
        builder.sign(c2pa.Signer.from_info(info), "image/jpeg", io.BytesIO(picture), out)
    return out.getvalue()


# ---------------------------------------------------------------- what is said


@pytest.mark.parametrize("making", list(Making))
def test_a_signature_says_how_the_picture_was_made_and_by_whom_it_was_sent_out(
    signer: Signer, making: Making
) -> None:
    label = replace(LABEL, making=making)
    plain = encoded(noise(80, 60), label=label)
    data = signer.sign(plain, label=label, title=TITLE)
    assert check_picture(data, label=label, signed=True) == (80, 60)
    assert len(data) - len(plain) < 6000

    told = told_by(data)
    assert told["validation_state"] == "Valid"
    failures = told["validation_results"]["activeManifest"]["failure"]
    assert [one["code"] for one in failures] == ["signingCredential.untrusted"]
    (manifest,) = told["manifests"].values()
    assert manifest["signature"]["issuer"] == "Don't Spy Example"
    assert manifest["claim"]["dc:title"] == TITLE
    actions = manifest["assertion_store"]["c2pa.actions.v2"]["actions"]
    assert [(one["action"], one.get("digitalSourceType")) for one in actions] == [
        ("c2pa.opened", source_address(making)),
        ("c2pa.edited", None),
        ("c2pa.published", source_address(making)),
    ]


def test_signing_changes_neither_pixels_nor_label(picture: bytes, signed: bytes) -> None:
    with Image.open(io.BytesIO(picture)) as before, Image.open(io.BytesIO(signed)) as after:
        assert before.tobytes() == after.tobytes()
        assert before.info["xmp"] == after.info["xmp"]


def test_a_signature_names_no_machine_no_user_and_no_folder(folder: Path, signed: bytes) -> None:
    store = signed[: signed.index(b"\xff\xdb")]
    for name in (socket.gethostname(), socket.getfqdn(), getpass.getuser(), str(folder), sys.platform):
        # Two letters are found anywhere.
        if len(name) > 3 and name != "localhost":
            assert name.encode() not in store
    assert b"thumbnail" not in store
    assert b"\xff\xd8" not in store[2:]
    assert b"\x89PNG" not in store


def test_a_certificate_is_made_once(folder: Path, signer: Signer, picture: bytes) -> None:
    again = signer_of(folder, organisation="Somebody else")
    assert again.identity == signer.identity == signing.identity_of(folder)
    check_picture(again.sign(picture, label=LABEL, title=TITLE), label=LABEL, signed=True)


@pytest.mark.parametrize("algorithm", ["es256", "es384", "ed25519", "ps256"])
def test_a_brought_certificate_signs(tmp_path: Path, picture: bytes, algorithm: str) -> None:
    root = Authority()
    between = Authority(name="Between", above=root)
    key = KEYS[algorithm]()
    chain = pem(between.issue(key), between.certificate, root.certificate)
    certificates.bring(tmp_path / "signing", **files(tmp_path, chain=chain, key=pem_key(key)))
    data = signer_of(tmp_path / "signing").sign(picture, label=LABEL, title=TITLE)
    check_picture(data, label=LABEL, signed=True)
    # Who knows the root knows who signed.
    settings = {"trust": {"trust_anchors": pem(root.certificate).decode()}}
    with (
        c2pa.Context.from_dict(settings) as context,
        c2pa.Reader("image/jpeg", io.BytesIO(data), context=context) as reader,
    ):
        assert reader.get_validation_state() == "Trusted"


def test_whoever_is_given_the_made_root_can_trust_it(folder: Path, signed: bytes) -> None:
    settings = {"trust": {"trust_anchors": (folder / certificates.CHAIN_FILE).read_text()}}
    with (
        c2pa.Context.from_dict(settings) as context,
        c2pa.Reader("image/jpeg", io.BytesIO(signed), context=context) as reader,
    ):
        assert reader.get_validation_state() == "Trusted"


def test_portraits_and_other_titles_are_not_signed(signer: Signer, picture: bytes) -> None:
    with pytest.raises(ValueError, match="deepfakes"):
        signer.sign(picture, label=PORTRAIT, title=TITLE)
    for title in ("", "data/photos/12.jpg", "Anna Example.jpg", "x" * 99):
        with pytest.raises(ValueError, match="plain names"):
            signer.sign(picture, label=LABEL, title=title)


# ---------------------------------------------------------------- what the gate refuses


def test_a_changed_picture_does_not_pass(signed: bytes) -> None:
    middle = signed.rindex(b"\xff\xda") + 200
    for place in (middle, signed.index(b"\xff\xdb") + 20, signed.index(b"c2pa.published") + 6):
        changed = bytearray(signed)
        changed[place] ^= 1
        with pytest.raises(Flaw):
            check_picture(bytes(changed), label=LABEL, signed=True)


def test_a_signature_is_where_it_is_wanted_and_nowhere_else(picture: bytes, signed: bytes) -> None:
    with pytest.raises(Flaw, match="lacks the signature"):
        check_picture(picture, label=LABEL, signed=True)
    with pytest.raises(Flaw, match="is signed, but should not be"):
        check_picture(signed, label=LABEL, signed=False)
    with pytest.raises(Flaw, match="signature that cannot be read"):
        verify(picture, label=LABEL)
    for label in (PORTRAIT, None):
        with pytest.raises(Flaw, match="no deepfake"):
            check_picture(encoded(noise(80, 60), label=label), label=label, signed=True)


def test_a_signature_of_another_picture_does_not_pass(picture: bytes, signed: bytes) -> None:
    other = encoded(noise(81, 60), label=LABEL)
    start = signed.index(b"\xff\xeb")
    segment = signed[start : start + 2 + int.from_bytes(signed[start + 2 : start + 4], "big")]
    with pytest.raises(Flaw, match="does not hold"):
        check_picture(other[:20] + segment + other[20:], label=LABEL, signed=True)


@pytest.mark.parametrize("label", [replace(LABEL, making=Making.GENERATED), replace(LABEL, guid="another")])
def test_a_claim_about_another_label_does_not_pass(signed: bytes, label: Any) -> None:
    with pytest.raises(Flaw, match="other things than it should"):
        verify(signed, label=label)


def test_a_further_box_does_not_pass(signed: bytes) -> None:
    start = signed.index(b"\xff\xeb")
    length = int.from_bytes(signed[start + 2 : start + 4], "big")
    segment = signed[start : start + 2 + length]
    hidden = b"\xff\xeb\x00\x1aJP\x00\x09\x00\x00\x00\x01\x00\x00\x00\x10jumbsecret!!"
    longer = b"\xff\xeb" + (length + 6).to_bytes(2, "big") + segment[4:] + b"secret"
    rest = signed[start + 2 + length :]
    for data in (
        signed[:start] + segment + hidden + rest,
        signed[:start] + hidden + segment + rest,
        signed[:start] + segment + segment + rest,
        signed[:start] + longer + rest,
        signed[:start] + hidden + rest,
    ):
        with pytest.raises(Flaw):
            check_picture(data, label=LABEL, signed=True)


def test_a_claim_that_tells_more_does_not_pass(folder: Path, picture: bytes) -> None:
    verify(claimed(folder, picture), label=LABEL)
    assertions = signing._claim(LABEL, title=TITLE)["assertions"]
    author = {"label": "org.example.author", "data": {"name": "Jane Roe"}}
    signed_actions = assertions[0]["data"]["actions"]
    dated = [signed_actions[0], {**signed_actions[1], "when": "2026-01-01T00:00:00Z"}, signed_actions[2]]
    for changes in (
        {"assertions": [*assertions, author]},
        {"assertions": [{**assertions[0], "data": {"actions": dated, "allActionsIncluded": True}}]},
        {"title": "Anna Example"},
        {"claim_generator_info": [{"name": "Curator", "version": "1", "host": "laptop"}]},
        {"claim_generator_info": [{"name": "Another", "version": "1"}]},
        {"claim_generator_info": [{"name": "Curator", "version": "of Jane Roe"}]},
    ):
        with pytest.raises(Flaw, match="other things than it should"):
            verify(claimed(folder, picture, **changes), label=LABEL)


def test_a_thumbnail_does_not_pass(folder: Path, picture: bytes) -> None:
    usual: dict[str, Any] = {"core": {"allowed_network_hosts": []}}
    data = claimed(folder, picture, settings=usual)
    assert b"thumbnail" in data
    with pytest.raises(Flaw, match="other things than it should"):
        verify(data, label=LABEL)


def test_a_picture_that_was_signed_before_does_not_pass(signer: Signer, signed: bytes) -> None:
    with pytest.raises(Flaw, match="other things than it should"):
        verify(signer.sign(signed, label=LABEL, title=TITLE), label=LABEL)


def test_an_expired_certificate_signs_nothing(tmp_path: Path, picture: bytes) -> None:
    root, key = Authority(), KEYS["es256"]()
    leaf = root.issue(key, begin=NOW - 9 * DAY, end=NOW - DAY)
    given = files(tmp_path, chain=pem(leaf), key=pem_key(key))
    brought = certificates.bring(tmp_path / "signing", **given, now=NOW - 5 * DAY)
    with pytest.raises(SigningError, match="expired on"):
        signer_of(tmp_path / "signing")
    with pytest.raises(SigningError, match="could not be signed: the certificate was not valid"):
        signing._C2paSigner(brought).sign(picture, label=LABEL, title=TITLE)


def test_what_was_signed_before_its_certificate_expired_does_not_pass() -> None:
    # As c2pa reports it once the day has come.
    codes = ("signingCredential.untrusted", "signingCredential.expired")
    failure = [{"code": code, "explanation": ""} for code in codes]
    told = {"validation_state": "Invalid", "validation_results": {"activeManifest": {"failure": failure}}}
    with pytest.raises(Flaw, match="certificate that has expired"):
        signing._check_verdict(told)


# ---------------------------------------------------------------- without the package, without a network


def test_without_the_extra_package_a_sentence_says_what_to_install(
    tmp_path: Path, signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with pytest.raises(SigningError, match="not installed") as caught:
        signer_of(tmp_path / "signing")
    assert "curator[c2pa]" in caught.value.advice
    assert not (tmp_path / "signing").exists()
    with pytest.raises(Flaw, match="not installed"):
        check_picture(signed, label=LABEL, signed=True)


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Listens, and answers nobody."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def test_an_address_in_a_picture_is_never_followed(server: socket.socket) -> None:
    address = f"http://127.0.0.1:{server.getsockname()[1]}/manifest.c2pa"
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' dcterms:provenance="{address}"/></rdf:RDF></x:xmpmeta>'
    )
    file = io.BytesIO()
    Image.new("RGB", (16, 16)).save(file, "JPEG", xmp=xmp.encode())
    with pytest.raises(Flaw, match="cannot be read"):
        verify(file.getvalue(), label=LABEL)
    with pytest.raises(BlockingIOError):
        server.accept()


ALONE = """
import sys
from pathlib import Path
import numpy as np
from curator.engine.export.labels import Label
from curator.engine.export.picture_check import check_picture
from curator.engine.export.pictures import encoded
from curator.engine.export.signing import signer_of
from curator.engine.records import Making

label = Label(making=Making.FACE_SWAP, credit="", licence="", alt="", guid="1")
picture = encoded(np.zeros((20, 20, 3), np.uint8), label=label)
data = signer_of(Path(sys.argv[1])).sign(picture, label=label, title="1_box.jpg")
print(check_picture(data, label=label, signed=True))
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_signing_and_verifying_open_no_socket(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    command = ["strace", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", str(calls)]
    program = [sys.executable, "-c", ALONE, str(tmp_path / "signing")]
    probe = subprocess.run([*command, "true"], capture_output=True, check=False)
    if probe.returncode != 0:
        pytest.skip("strace may not watch processes here")
    done = subprocess.run([*command, *program], capture_output=True, check=True, text=True)
    assert done.stdout == "(20, 20)\n"
    assert calls.read_text() == ""


_LOADED = """
import sys
from curator.engine.export.c2pa_library import c2pa_library
c2pa = c2pa_library() if sys.argv[1] == "ours" else __import__("c2pa")
print(c2pa.c2pa._lib._name)
"""


@pytest.mark.parametrize("place", [".", "libs", "artifacts"])
def test_no_library_of_the_folder_that_somebody_works_in_is_loaded(tmp_path: Path, place: str) -> None:
    libraries = Path(c2pa.__file__).parent / "libs"
    (native,) = [one for one in libraries.iterdir() if one.suffix in {".so", ".dll", ".dylib"}]
    folder = tmp_path / place
    folder.mkdir(exist_ok=True)
    planted = folder / native.name
    try:
        planted.symlink_to(native)
    except OSError:
        shutil.copy(native, planted)
    root = Path(signing.__file__).parents[3]

    def loaded(how: str) -> Path:
        done = subprocess.run(
            [sys.executable, "-c", _LOADED, how],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
        )
        return Path(done.stdout.strip())

    # What the package does by itself is what this is for; when it stops doing so, the detour can go.
    assert loaded("by itself") == planted
    assert loaded("ours") == native
