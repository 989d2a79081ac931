"""Certificates good and bad, for the tests of signing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

EMAIL = ExtendedKeyUsageOID.EMAIL_PROTECTION
NOW = datetime.now(UTC)
DAY = timedelta(days=1)

KEYS: dict[str, Callable[[], Any]] = {
    "es256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "es384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
    "ps256": lambda: rsa.generate_private_key(65537, 2048),
    "short": lambda: rsa.generate_private_key(65537, 1024),
    "koblitz": lambda: ec.generate_private_key(ec.SECP256K1()),
}


class Authority:
    """Issues certificates for keys."""

    def __init__(self, *, name: str = "Authority", above: "Authority | None" = None) -> None:
        self.key = KEYS["es256"]()
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = above or self
        self.certificate = issuer.issue(self.key, subject=self.name, is_authority=True, usages=())

    def issue(
        self,
        key: Any,
        *,
        subject: x509.Name | None = None,
        is_authority: bool = False,
        usages: tuple[x509.ObjectIdentifier, ...] = (EMAIL,),
        signs: bool = True,
        begin: datetime = NOW - DAY,
        end: datetime = NOW + 9 * DAY,
    ) -> x509.Certificate:
        usage = x509.KeyUsage(
            digital_signature=signs and not is_authority,
            content_commitment=False,
            key_encipherment=not signs,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=is_authority,
            crl_sign=is_authority,
            encipher_only=False,
            decipher_only=False,
        )
        organisation = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Campaign")])
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject or organisation)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begin)
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
            )
        )
        if usages:
            builder = builder.add_extension(x509.ExtendedKeyUsage(usages), critical=False)
        return builder.sign(self.key, hashes.SHA256())


def pem(*certificates: x509.Certificate) -> bytes:
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates)


def pem_key(key: Any, *, password: bytes = b"") -> bytes:
    locked = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    kind = serialization.PrivateFormat.PKCS8
    return bytes(key.private_bytes(serialization.Encoding.PEM, kind, locked))


def files(folder: Path, *, chain: bytes, key: bytes) -> dict[str, Path]:
    """Both written down, as ``certificates.bring`` takes them."""
    found = {"chain": folder / "chain.pem", "key": folder / "private.pem"}
    found["chain"].write_bytes(chain)
    found["key"].write_bytes(key)
    return found
