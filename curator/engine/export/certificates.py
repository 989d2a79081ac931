"""The certificate that deepfakes are signed with: made here, or brought by the campaign.

It lies in a folder that the caller names: ``certificate.pem`` (the signing certificate first, then those
above it) and ``key.pem`` (its private key, readable by its owner alone). While the campaign's own is
signed with, there is a folder ``made here`` beside it, in which lies one that was made here before, if
there was one.
"""

import contextlib
import hashlib
import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from curator.engine.export.certificate_check import (
    AUTHORITY_NAME,
    LONGEST_NAME,
    Certificate,
    SigningError,
    checked,
    missing_package,
    names_curator,
)
from curator.engine.said import said
from curator.engine.text import clean_line

__all__ = [
    "CHAIN_FILE",
    "KEY_FILE",
    "YEARS",
    "Certificate",
    "SigningError",
    "bring",
    "go_back",
    "identity_of",
    "is_brought",
    "make",
    "read",
]

CHAIN_FILE = "certificate.pem"
KEY_FILE = "key.pem"

YEARS: Final = 10
"""How long a certificate made here holds.

Without a time-stamp authority, which would have to be asked over the network, signatures end with it.
"""

_ASIDE = "made here"
"""The folder inside of the other in which a certificate lies that was made here and is not signed with."""

_USUAL_NAME = "Curator"
_SKEW = timedelta(days=1)  # for computers whose clock is behind
_MOST_BYTES = 1_000_000
"""Of a file that may hold a certificate: real ones have a few thousand."""


def identity_of(folder: Path) -> str:
    """SHA-256 of the certificates in a folder, in hexadecimal digits; empty when there are none.

    Changes when the certificate is replaced. Needs no extra package.
    """
    try:
        return hashlib.sha256((folder / CHAIN_FILE).read_bytes()).hexdigest()
    except OSError:
        return ""


def read(folder: Path, *, now: datetime | None = None) -> Certificate:
    """The certificate that lies in a folder.

    Args:
        folder: see the module.
        now: the time that it has to be valid at; None for this moment.

    Raises:
        SigningError: there is none, or it does not serve.
    """
    return checked(
        _contents(folder / CHAIN_FILE),
        _contents(folder / KEY_FILE),
        chain_name=CHAIN_FILE,
        key_name=KEY_FILE,
        now=now or datetime.now(UTC),
    )


def bring(folder: Path, *, chain: Path, key: Path, now: datetime | None = None) -> Certificate:
    """Takes a campaign's own certificate over, in place of one that may lie in the folder.

    Args:
        folder: see the module; made when it is not there.
        chain: PEM file, the signing certificate first, then those above it.
        key: PEM file with its private key, not encrypted.
        now: the time that it has to be valid at; None for this moment.

    Raises:
        SigningError: it does not serve, or could not be written. What lay in the folder still lies there.
    """
    chain_data, key_data = _contents(chain), _contents(key)
    checked(chain_data, key_data, chain_name=chain.name, key_name=key.name, now=now or datetime.now(UTC))
    if not is_brought(folder):
        _put_aside(folder)
    _keep(folder, chain=chain_data, key=key_data)
    return read(folder, now=now)


def is_brought(folder: Path) -> bool:
    """Whether the certificate in a folder was brought there.

    Args:
        folder: see the module.
    """
    if (folder / _ASIDE).is_dir():
        return True
    try:
        # Before Curator put anything aside, one of another maker had been brought.
        return not names_curator((folder / CHAIN_FILE).read_bytes())
    except OSError:
        return False


def go_back(folder: Path, *, now: datetime | None = None) -> Certificate | None:
    """Signs with a certificate that Curator makes again, in place of the campaign's own.

    The campaign's certificate and the copy of its key are deleted here.

    Args:
        folder: see the module.
        now: the time that one has to be valid at that was made before; None for this moment.

    Returns:
        The one that was made here before; None when there is none that serves, so that the next signed
        export makes one.

    Raises:
        SigningError: files could not be written or deleted.
    """
    if not is_brought(folder):
        return read(folder, now=now) if identity_of(folder) else None
    aside = folder / _ASIDE
    try:
        kept: Certificate | None = read(aside, now=now)
    except SigningError:
        kept = None
    if kept is not None:
        _keep(folder, chain=_contents(aside / CHAIN_FILE), key=_contents(aside / KEY_FILE))
    else:
        _forget(folder)
    _forget(aside)
    return kept


def make(folder: Path, *, organisation: str = "", now: datetime | None = None) -> Certificate:
    """Makes a certificate and the authority that vouches for it, which is forgotten at once.

    The authority's key is thrown away, so that nobody can ever make another certificate in its
    name. No verifier knows it: signatures are told to be intact, by somebody unknown.

    Args:
        folder: see the module; made when it is not there.
        organisation: whom the certificate names; never a person. Empty for ``Curator``.
        now: the time from which it is valid; None for this moment.

    Raises:
        SigningError: one lies there already, or it could not be written.
    """
    if (folder / CHAIN_FILE).exists():
        raise SigningError(
            said("There is a certificate in {folder} already.", folder=folder),
            advice=said("Move it away first if you want another one."),
        )
    chain, key = _made(clean_line(organisation, limit=LONGEST_NAME) or _USUAL_NAME, now or datetime.now(UTC))
    _keep(folder, chain=chain, key=key)
    return read(folder, now=now)


# ---------------------------------------------------------------- making


def _made(organisation: str, now: datetime) -> tuple[bytes, bytes]:
    """PEM of leaf and root, and of the leaf's key."""
    try:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
    except ImportError as error:
        raise missing_package(error) from error

    def named(common: str) -> x509.Name:
        return x509.Name(
            [
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
                x509.NameAttribute(NameOID.COMMON_NAME, common),
            ]
        )

    def usage(*, signs: bool) -> x509.KeyUsage:
        return x509.KeyUsage(
            digital_signature=signs,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=not signs,
            crl_sign=not signs,
            encipher_only=False,
            decipher_only=False,
        )

    root_key, leaf_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = named(AUTHORITY_NAME)
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    start = (now - _SKEW).replace(microsecond=0)
    end = start + timedelta(days=round(YEARS * 365.25))

    def begun(name: x509.Name, key: ec.EllipticCurvePrivateKey, until: datetime) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(root_name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(until)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(above, critical=False)
        )

    root = (
        begun(root_name, root_key, end + _SKEW)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage(signs=False), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    leaf = (
        begun(named("Curator exports"), leaf_key, end)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(signs=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    key = leaf_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return leaf.public_bytes(pem) + root.public_bytes(pem), key


# ---------------------------------------------------------------- files


def _contents(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise SigningError(
            said("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            advice=said("Choose another file, or check that you may read it."),
        ) from error


def _keep(folder: Path, *, chain: bytes, key: bytes) -> None:
    """Writes both files, each whole or not at all; the key first, so that no certificate lacks its key."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, data in ((KEY_FILE, key), (CHAIN_FILE, chain)):
            _replace(folder / name, data=data)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> SigningError:
    return SigningError(
        said(
            "The certificate could not be written to {folder}: {reason}.",
            folder=folder,
            reason=error.strerror or error,
        ),
        advice=said("Check that there is space and that you may write there."),
    )


def _put_aside(folder: Path) -> None:
    """Keeps what was made here, if anything was; the folder for it tells that another one was brought."""
    aside = folder / _ASIDE
    if identity_of(folder):
        _keep(aside, chain=_contents(folder / CHAIN_FILE), key=_contents(folder / KEY_FILE))
        return
    try:
        aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _forget(folder: Path) -> None:
    """Deletes both files; the certificate first, so that none lacks its key."""
    try:
        for name in (CHAIN_FILE, KEY_FILE):
            (folder / name).unlink(missing_ok=True)
        if folder.name == _ASIDE and folder.is_dir():
            folder.rmdir()
    except OSError as error:
        raise SigningError(
            said(
                "The certificate in {folder} could not be deleted: {reason}.",
                folder=folder,
                reason=error.strerror or error,
            ),
            advice=said("Check that you may write there."),
        ) from error


def _replace(path: Path, *, data: bytes) -> None:
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    # Readable by its owner alone from its first moment on.
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            half.unlink()
