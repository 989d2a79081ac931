"""Talking to a server over TLS: certificates are judged, and a waiting thread can still be stopped."""

import datetime
import ipaddress
import ssl
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_fetcher import ENDLESS, QUICK
from fake_nocodb import TOKEN, Asked, FakeNocoDB, Reply, serving

from curator.engine.intake.nocodb.failures import FetchFailed
from curator.engine.intake.nocodb.looking import look
from curator.engine.intake.nocodb.request import Source

pytest.importorskip("cryptography")

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="these systems do not take their authorities from a file"
)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that stands for itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server of this test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture
def server(certificate: Path) -> Iterator[FakeNocoDB]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with serving(tls=tls) as opened:
        yield opened


def test_a_fetch_over_tls(
    server: FakeNocoDB, fetcher: Any, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    for number in range(12):
        server.photo(f"{number}.jpg")
    summary = fetcher.fetch(server, mark_column="analyzed")
    assert (summary.loaded, summary.failure, summary.warnings) == (12, None, ())


def test_a_certificate_that_nobody_vouches_for_is_refused_before_the_token_is_sent(
    server: FakeNocoDB,
) -> None:
    with pytest.raises(FetchFailed, match="no certificate that this computer trusts"):
        look(Source(server.url, "BASE", "photos"), token=TOKEN, pace=QUICK)
    assert server.asked == []


def test_a_fetch_over_tls_is_stopped_while_the_server_says_nothing(
    server: FakeNocoDB, fetcher: Any, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    arrived = threading.Event()

    def silent(asked: Asked) -> Reply:
        arrived.set()
        server.let_go.wait()
        return Reply()

    server.special["/download/"] = silent
    server.photo("a.jpg")
    ready = threading.Event()
    receiving = fetcher.begin(server, on_ready=ready.set, pace=ENDLESS)
    receiving.start()
    assert arrived.wait(60)
    receiving.cancel()
    fetcher.settle(receiving, ready)
    assert receiving.summary.failure is None
