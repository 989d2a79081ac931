"""Signs exported deepfakes by C2PA, offline, and reads such signatures back.

A signature says that these bytes left a campaign that calls them AI-made, and that nobody has
changed them since. It holds no thumbnail, no earlier version, no time and no name but the
organisation's. Any re-encode drops it, so it is never the only label. ``c2pa`` comes with the extra
``c2pa`` and is imported only here. Why it is done in this way: ``docs/decisions/0012-labels-and-signing.md``.
"""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from curator import __version__
from curator.engine.export import certificates
from curator.engine.export.c2pa_library import c2pa_library
from curator.engine.export.certificate_check import Certificate, SigningError, missing_package
from curator.engine.export.certificates import identity_of
from curator.engine.export.flaws import Flaw
from curator.engine.export.labels import Label, source_address
from curator.engine.export.pictures import encoded
from curator.engine.records import USUAL_MAKING
from curator.engine.said import said

if TYPE_CHECKING:
    import c2pa

__all__ = ["Signer", "SigningError", "identity_of", "signer_of", "verify"]

_JPEG = "image/jpeg"
_GENERATOR = "Curator"
_PARENT = "picture.jpg"
"""What the picture is called before it is drawn into: submitted file names are never written out."""

_TITLE = re.compile(r"[\w.-]{1,80}", re.ASCII)
_VERSION = re.compile(r"[\w.+-]{1,40}", re.ASCII)

# c2pa-rs 0.91, sdk/src/settings: by default it embeds a thumbnail of every picture it is given and follows
# addresses in what it reads. With no host allowed, nothing that this list forgets can reach the network.
_SETTINGS: Final = {
    "version": 1,
    "builder": {
        "thumbnail": {"enabled": False},
        "created_assertion_labels": ["c2pa.actions", "c2pa.ingredient"],
    },
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    "core": {"allowed_network_hosts": []},
}

# What a claim of ours consists of; c2pa adds the hash of the picture and the version of its own library.
_ASSERTIONS: Final = frozenset({"c2pa.actions.v2", "c2pa.hash.data", "c2pa.ingredient.v3"})
_CLAIM: Final = frozenset(
    {
        "alg", "claim_generator_info", "claim_version", "created_assertions", "dc:title",
        "gathered_assertions", "instanceID", "signature",
    }
)  # fmt: skip
_GENERATOR_FACTS: Final = frozenset({"name", "version", "org.contentauth.c2pa_rs"})
_SIGNATURE: Final = frozenset({"alg", "cert_serial_number", "common_name", "issuer", "revocation_status"})
_UNKNOWN_SIGNER = "signingCredential.untrusted"
_EXPIRED = "signingCredential.expired"


class Signer(Protocol):
    """Signs pictures with one certificate."""

    @property
    def identity(self) -> str:
        """See :func:`~curator.engine.export.certificates.identity_of`."""
        ...

    def sign(self, data: bytes, *, label: Label, title: str) -> bytes:
        """The same picture with a signature in it.

        Args:
            data: a JPEG file that this program wrote.
            label: of a deepfake.
            title: what verifiers call it: the last part of its path in the export, ASCII letters,
                digits, ``_``, ``-`` and ``.`` only.

        Raises:
            SigningError: it could not be signed.
        """
        ...


def signer_of(folder: Path, *, organisation: str = "") -> Signer:
    """A signer with the certificate of a folder, which is made when there is none.

    Signs a small picture on trial, so that what does not work shows before an export begins.

    Args:
        folder: see :mod:`~curator.engine.export.certificates`.
        organisation: whom a certificate that has to be made names; empty for ``Curator``.

    Raises:
        SigningError: the extra package is missing, or the certificate does not serve.
    """
    try:
        c2pa_library()
    except ImportError as error:
        raise missing_package(error) from error
    if not identity_of(folder):
        certificates.make(folder, organisation=organisation)
    signer = _C2paSigner(certificates.read(folder))
    trial = Label(making=USUAL_MAKING, credit="", licence="", alt="", guid="")
    blank = encoded(np.zeros((16, 16, 3), np.uint8), label=trial)
    try:
        verify(signer.sign(blank, label=trial, title="trial.jpg"), label=trial)
    except Flaw as flaw:
        raise SigningError(
            said("What is signed with this certificate {flaw}.", flaw=flaw.args[0]),
            advice=said("Bring another certificate, or move it away and let Curator make one."),
        ) from flaw
    return signer


def verify(data: bytes, *, label: Label) -> None:
    """Makes sure that a signed picture is intact and that its claim tells what it should, and no more.

    Who signed it is not asked: a certificate made here is known to nobody.

    Args:
        data: a JPEG file.
        label: what it was signed with.

    Raises:
        Flaw: it is not, or cannot be looked at because the extra package is missing.
    """
    try:
        c2pa = c2pa_library()
    except ImportError as error:
        raise Flaw(said("is signed, but the extra package for C2PA is not installed")) from error
    try:
        with (
            c2pa.Context.from_dict(_SETTINGS) as context,
            c2pa.Reader(_JPEG, BytesIO(data), context=context) as reader,
        ):
            told = json.loads(reader.detailed_json())
    except (c2pa.C2paError, ValueError) as error:
        raise Flaw(said("has a signature that cannot be read")) from error
    try:
        _check_verdict(told)
        _check_claim(told, label=label)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Flaw(_TOO_MUCH) from error


_TOO_MUCH = said("has a signature that says other things than it should")


class _C2paSigner:
    """The signer of the extra package."""

    def __init__(self, certificate: Certificate) -> None:
        c2pa = c2pa_library()
        self._identity = certificate.identity
        try:
            # No time-stamp authority: that would be a server.
            info = c2pa.C2paSignerInfo(
                certificate.algorithm.encode(), certificate.chain, certificate.key, None
            )
            self._signer = c2pa.Signer.from_info(info)
            self._context = c2pa.Context.from_dict(_SETTINGS)
        except c2pa.C2paError as error:
            raise _failed(error) from error

    @property
    def identity(self) -> str:
        return self._identity

    def sign(self, data: bytes, *, label: Label, title: str) -> bytes:
        c2pa = c2pa_library()
        signed = BytesIO()
        try:
            with c2pa.Builder(json.dumps(_claim(label, title=title)), context=self._context) as builder:
                _add_parent(builder, data=data, guid=label.guid)
                builder.sign(self._signer, _JPEG, BytesIO(data), signed)
        except c2pa.C2paError as error:
            raise _failed(error) from error
        return signed.getvalue()


def _claim(label: Label, *, title: str) -> dict[str, Any]:
    """What is signed besides the picture, as c2pa takes it."""
    if label.making is None or _TITLE.fullmatch(title) is None:
        raise ValueError("only deepfakes are signed, under plain names")
    opened, *others = _actions(label)
    return {
        "claim_generator_info": [{"name": _GENERATOR, "version": __version__}],
        "title": title,
        "format": _JPEG,
        "assertions": [
            {
                "label": "c2pa.actions.v2",
                "data": {
                    "actions": [
                        {**opened, "parameters": {"ingredientIds": [_instance(label.guid)]}},
                        *others,
                    ],
                    "allActionsIncluded": True,
                },
            }
        ],
    }


def _actions(label: Label) -> tuple[dict[str, str], ...]:
    """What was done. How the picture was made was so before it was opened, and still is when it leaves."""
    assert label.making is not None, "portraits are not signed"
    source = source_address(label.making)
    return (
        {"action": "c2pa.opened", "digitalSourceType": source},
        {
            "action": "c2pa.edited",
            "description": "Metadata removed, scaled, and marked where there is a mark or a frame.",
        },
        {"action": "c2pa.published", "digitalSourceType": source},
    )


def _add_parent(builder: "c2pa.Builder", *, data: bytes, guid: str) -> None:
    """Names the cleaned picture as the one that was opened; the original stays unknown."""
    parent = {"title": _PARENT, "relationship": "parentOf", "instance_id": _instance(guid)}
    builder.add_ingredient(json.dumps(parent), _JPEG, BytesIO(data))


def _instance(guid: str) -> str:
    return f"urn:uuid:{guid}"


def _check_verdict(told: dict[str, Any]) -> None:
    """The picture is intact, whoever signed it."""
    failures = {one["code"] for one in told["validation_results"]["activeManifest"]["failure"]}
    if _EXPIRED in failures:
        raise Flaw(said("is signed with a certificate that has expired"))
    if told["validation_state"] not in ("Valid", "Trusted") or failures - {_UNKNOWN_SIGNER}:
        raise Flaw(said("has a signature that does not hold"))


def _check_claim(told: dict[str, Any], *, label: Label) -> None:
    """The claim holds what is written above and nothing else, by a list of what is allowed."""
    (manifest,) = told["manifests"].values()
    claim, assertions = manifest["claim"], manifest["assertion_store"]
    generator = claim["claim_generator_info"]
    parent, actions = assertions["c2pa.ingredient.v3"], assertions["c2pa.actions.v2"]
    opened, *others = actions["actions"]
    parameters = opened.pop("parameters")
    sound = (
        manifest.keys() == {"claim", "assertion_store", "signature"}
        and claim.keys() <= _CLAIM
        and _TITLE.fullmatch(claim["dc:title"]) is not None
        and generator.keys() <= _GENERATOR_FACTS
        and generator["name"] == _GENERATOR
        and all(_VERSION.fullmatch(one) for one in generator.values())
        and manifest["signature"].keys() <= _SIGNATURE
        and assertions.keys() == _ASSERTIONS
        and parent
        == {
            "relationship": "parentOf",
            "dc:title": _PARENT,
            "dc:format": _JPEG,
            "instanceID": _instance(label.guid),
        }
        and actions.keys() == {"actions", "allActionsIncluded"}
        and (opened, *others) == _actions(label)
        and parameters.keys() == {"ingredients"}
    )
    if not sound:
        raise Flaw(_TOO_MUCH)


def _failed(error: Exception) -> SigningError:
    # c2pa puts the kind of error before its words: "Signature: ...".
    reason = str(error).rpartition(": ")[2].rstrip(".")
    return SigningError(
        said("The picture could not be signed: {reason}.", reason=reason),
        advice=said("Check the certificate, or export without signing."),
    )
