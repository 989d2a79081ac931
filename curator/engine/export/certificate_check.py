"""Whether pictures can be signed with a certificate, in sentences.

What a certificate must be like: C2PA technical specification 2.2, 14.5. ``cryptography`` comes with the
extra ``c2pa``, so it is imported only where it is needed.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from curator.engine.errors import CuratorError
from curator.engine.said import Said, said
from curator.engine.text import clean_line

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes, PublicKeyTypes

AUTHORITY_NAME: Final = "Curator certificate authority"
"""Who vouches for certificates that Curator makes; a certificate that was brought has another."""

LONGEST_NAME = 64
"""Characters of an organisation's name: its upper bound in X.520."""

_SHORTEST_RSA = 2048  # bits

# Extended key usages that C2PA takes for signing: e-mail protection, document signing (RFC 9336), C2PA's own.
_USAGES: Final = frozenset({"1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.62558.2.1"})
_ANY_USAGE = "2.5.29.37.0"
_CURVES: Final = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}


def names_curator(chain_data: bytes) -> bool:
    """Whether Curator made the first certificate of a PEM file; False where it holds none or cannot be read.

    Args:
        chain_data: PEM, the signing certificate first.
    """
    try:
        from cryptography import x509

        issuer = x509.load_pem_x509_certificate(chain_data).issuer
    except (ImportError, ValueError):
        return False
    names = issuer.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return bool(names) and str(names[0].value) == AUTHORITY_NAME


class SigningError(CuratorError):
    """A picture cannot be signed: no certificate that serves, or the extra package is missing."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that pictures can be signed with.

    Attributes:
        chain: PEM, the signing certificate first, then those above it; without a self-signed root.
        key: PEM (PKCS #8), the private key.
        algorithm: C2PA's name for how it signs, such as ``es256``.
        organisation: whom it names; may be empty.
        expires: when it and all that was signed with it cease to be valid, in UTC.
        identity: SHA-256 of the file that it lies in, in hexadecimal digits.
    """

    chain: bytes
    key: bytes = field(repr=False)
    algorithm: str
    organisation: str
    expires: datetime
    identity: str


def checked(
    chain_data: bytes, key_data: bytes, *, chain_name: str, key_name: str, now: datetime
) -> Certificate:
    """The certificate that two files hold, once it is sure that pictures can be signed with it.

    Args:
        chain_data: PEM, the signing certificate first, then those above it.
        key_data: PEM, its private key.
        chain_name: what the first file is called, for sentences.
        key_name: likewise the second.
        now: the time that it has to be valid at, in UTC.

    Raises:
        SigningError: it does not serve; the sentence says why.
    """
    try:
        from cryptography import x509
        from cryptography.hazmat.primitives import serialization
    except ImportError as error:
        raise missing_package(error) from error
    try:
        chain = x509.load_pem_x509_certificates(chain_data)
    except ValueError as error:
        raise _unfit(
            said("{name} holds no certificate in PEM form.", name=clean_line(chain_name, limit=200)),
            advice=said('Choose the file that begins with "-----BEGIN CERTIFICATE-----".'),
        ) from error
    leaf = chain[0]
    key = _private_key(key_data, name=key_name)
    if _spki(key.public_key()) != _spki(leaf.public_key()):
        raise _unfit(
            said("The private key does not belong to the certificate."),
            advice=said("Choose the key that the certificate was asked for with."),
        )
    algorithm = _algorithm_of(key)
    _check_purpose(leaf)
    _check_chain(chain, now=now)
    pem = serialization.Encoding.PEM
    names = leaf.subject.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
    return Certificate(
        # A verifier has the root, or it does not know it: sending it along proves nothing.
        chain=b"".join(one.public_bytes(pem) for one in chain if one.issuer != one.subject),
        key=key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
        algorithm=algorithm,
        organisation=clean_line(str(names[0].value), limit=LONGEST_NAME) if names else "",
        expires=min(one.not_valid_after_utc for one in chain),
        identity=hashlib.sha256(chain_data).hexdigest(),
    )


def _private_key(data: bytes, *, name: str) -> "PrivateKeyTypes":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        return load_pem_private_key(data, password=None)
    except TypeError as error:
        raise _unfit(
            said("The private key in {name} is locked with a password.", name=clean_line(name, limit=200)),
            advice=said('Unlock it first: "openssl pkey -in {name} -out unlocked.pem".', name=name),
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _unfit(
            said("{name} holds no private key in PEM form.", name=clean_line(name, limit=200)),
            advice=said('Choose the file that begins with "-----BEGIN PRIVATE KEY-----".'),
        ) from error


def _spki(key: "PublicKeyTypes") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _algorithm_of(key: "PrivateKeyTypes") -> str:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in _CURVES:
        return _CURVES[key.curve.name]
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(key, rsa.RSAPrivateKey):
        if key.key_size < _SHORTEST_RSA:
            raise _unfit(
                said("The private key is too short: {bits} bits.", bits=key.key_size),
                advice=said("Ask for a certificate with at least {bits} bits.", bits=_SHORTEST_RSA),
            )
        return "ps256"
    raise _unfit(
        said("Pictures cannot be signed with a key of this kind."),
        advice=said("Ask for a certificate with an elliptic curve (P-256) or RSA key."),
    )


def _check_purpose(leaf: "x509.Certificate") -> None:
    from cryptography import x509

    try:
        told = {one.oid: one.value for one in leaf.extensions}
    except ValueError as error:
        raise _unfit(
            said("The certificate contradicts itself."), advice=said("Ask for another one.")
        ) from error
    constraints = told.get(x509.BasicConstraints.oid)
    if isinstance(constraints, x509.BasicConstraints) and constraints.ca:
        raise _unfit(
            said("The first certificate is that of an authority, which may not sign pictures."),
            advice=said("Put the certificate that belongs to the key first in the file."),
        )
    if leaf.issuer == leaf.subject:
        raise _unfit(
            said("The certificate is signed by itself alone, which C2PA does not allow."),
            advice=said("Use one that an authority signed, or let Curator make one."),
        )
    purposes = told.get(x509.ExtendedKeyUsage.oid)
    issued_for = (
        {one.dotted_string for one in purposes} if isinstance(purposes, x509.ExtendedKeyUsage) else set()
    )
    if not issued_for & _USAGES or _ANY_USAGE in issued_for:
        raise _unfit(
            said("The certificate was not issued for signing documents or e-mail."),
            advice=said('Ask for one with the extended key usage "emailProtection".'),
        )
    usage = told.get(x509.KeyUsage.oid)
    if not isinstance(usage, x509.KeyUsage) or not usage.digital_signature:
        raise _unfit(
            said("The certificate does not allow its key to sign."),
            advice=said('Ask for one with the key usage "digitalSignature".'),
        )


def _check_chain(chain: "Sequence[x509.Certificate]", *, now: datetime) -> None:
    """Each certificate holds now, with an algorithm that is not outdated, and vouches for the one before."""
    from cryptography.exceptions import InvalidSignature

    for one in chain:
        if one.not_valid_before_utc > now:
            raise _unfit(
                said(
                    "The certificate is not valid before {day}.",
                    day=one.not_valid_before_utc.date().isoformat(),
                ),
                advice=said("Check this computer's date, or wait until then."),
            )
        if one.not_valid_after_utc <= now:
            raise _unfit(
                said("The certificate expired on {day}.", day=one.not_valid_after_utc.date().isoformat()),
                advice=said("Bring a new one, or move it away and let Curator make one."),
            )
        hashed = one.signature_hash_algorithm
        if hashed is not None and hashed.name in ("md5", "sha1"):
            raise _unfit(
                said("The certificate is signed in an outdated way: {name}.", name=hashed.name.upper()),
                advice=said("Ask for one that is signed with SHA-256."),
            )
    for one, above in pairwise(chain):
        try:
            one.verify_directly_issued_by(above)
        except (ValueError, TypeError, InvalidSignature) as error:
            raise _unfit(
                said("The certificates in the file do not follow from each other."),
                advice=said("Put the signing certificate first, then each one that vouches for it."),
            ) from error


def _unfit(sentence: Said, *, advice: Said) -> SigningError:
    return SigningError(sentence, advice=advice)


def missing_package(error: ImportError) -> SigningError:
    """The sentence for a program that was installed without the extra package."""
    failure = SigningError(
        said("Pictures cannot be signed: the extra package for C2PA is not installed."),
        advice=said('Install it with: pip install "curator[c2pa]". Or export without signing.'),
    )
    failure.__cause__ = error
    return failure
