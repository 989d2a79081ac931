"""The certificate that exports are signed with: made, or brought and then looked at closely."""

import os
import stat
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from issuing import DAY, EMAIL, KEYS, NOW, Authority, files, pem, pem_key

from curator.engine.export import certificates
from curator.engine.export.certificates import CHAIN_FILE, KEY_FILE, SigningError

# ---------------------------------------------------------------- made here


def test_a_certificate_is_made_with_a_root_whose_key_is_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "signing"
    assert certificates.identity_of(folder) == ""
    made = certificates.make(folder, organisation="Don't Spy\n Example\u202e", now=NOW)
    assert sorted(os.listdir(folder)) == [CHAIN_FILE, KEY_FILE]
    assert made == certificates.read(folder)
    assert (made.algorithm, made.organisation) == ("es256", "Don't Spy Example")
    assert made.identity == certificates.identity_of(folder) != ""
    assert timedelta(days=3650) < made.expires - NOW < timedelta(days=3655)

    leaf, root = x509.load_pem_x509_certificates((folder / CHAIN_FILE).read_bytes())
    leaf.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert not usage.key_cert_sign
    purposes = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(purposes) == [EMAIL]
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    # Nobody is named but the organisation and the program.
    assert {one.value for one in [*leaf.subject, *root.subject]} == {
        "Don't Spy Example", "Curator exports", "Curator certificate authority",
    }  # fmt: skip
    assert (folder / KEY_FILE).read_bytes().count(b"BEGIN") == 1
    # The root is not sent along: who trusts it has it.
    assert made.chain == pem(leaf)


def test_without_a_name_it_is_curator_s(tmp_path: Path) -> None:
    assert certificates.make(tmp_path, organisation=" \u202e").organisation == "Curator"
    assert len(certificates.make(tmp_path / "long", organisation="x" * 999).organisation) == 64


@pytest.mark.skipif(os.name == "nt", reason="modes of files are different there")
def test_the_key_is_its_owner_s_alone(tmp_path: Path) -> None:
    folder = tmp_path / "signing"
    certificates.make(folder)
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_certificate_is_never_made_over_another(tmp_path: Path) -> None:
    made = certificates.make(tmp_path)
    with pytest.raises(SigningError, match="already"):
        certificates.make(tmp_path)
    assert certificates.read(tmp_path) == made
    assert made.key.decode() not in repr(made)


def test_two_are_never_the_same(tmp_path: Path) -> None:
    one, other = (certificates.make(tmp_path / name, now=NOW) for name in "ab")
    assert one.identity != other.identity
    assert one.key != other.key


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SigningError, match="could not be written"):
        certificates.make(tmp_path / "file")


def test_without_the_extra_package_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificates.make(tmp_path / "made")
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for attempt in (lambda: certificates.make(tmp_path), lambda: certificates.read(tmp_path / "made")):
        with pytest.raises(SigningError, match="not installed") as caught:
            attempt()
        assert "curator[c2pa]" in caught.value.advice
    assert certificates.identity_of(tmp_path / "made")


# ---------------------------------------------------------------- brought


@pytest.mark.parametrize("algorithm", ["es256", "es384", "ed25519", "ps256"])
def test_a_campaign_brings_its_own(tmp_path: Path, algorithm: str) -> None:
    root = Authority()
    between = Authority(name="Between", above=root)
    key = KEYS[algorithm]()
    leaf = between.issue(key)
    chain = pem(leaf, between.certificate, root.certificate)
    certificates.make(tmp_path / "signing")
    brought = certificates.bring(tmp_path / "signing", **files(tmp_path, chain=chain, key=pem_key(key)))
    assert brought == certificates.read(tmp_path / "signing")
    assert (brought.algorithm, brought.organisation) == (algorithm, "Campaign")
    assert brought.chain == pem(leaf, between.certificate)
    assert brought.expires == leaf.not_valid_after_utc
    assert sorted(os.listdir(tmp_path / "signing")) == [CHAIN_FILE, KEY_FILE, "made here"]


def theirs(folder: Path) -> dict[str, Path]:
    """Files of a certificate that an authority of the campaign's issued."""
    root, key = Authority(), KEYS["es256"]()
    return files(folder, chain=pem(root.issue(key), root.certificate), key=pem_key(key))


def test_there_is_a_way_back_to_the_certificate_that_was_made_before(tmp_path: Path) -> None:
    folder = tmp_path / "signing"
    made = certificates.make(folder)
    assert not certificates.is_brought(folder)
    for _ in range(2):
        certificates.bring(folder, **theirs(tmp_path))
        assert certificates.is_brought(folder)
    assert certificates.go_back(folder) == made
    assert certificates.read(folder) == made
    assert not certificates.is_brought(folder)
    assert sorted(os.listdir(folder)) == [CHAIN_FILE, KEY_FILE], "no copy of the campaign's key is left"
    assert certificates.go_back(folder) == made, "once more changes nothing"


def test_without_one_that_was_made_before_the_next_export_makes_one(tmp_path: Path) -> None:
    folder = tmp_path / "signing"
    assert certificates.go_back(folder) is None
    certificates.bring(folder, **theirs(tmp_path))
    assert certificates.go_back(folder) is None
    assert os.listdir(folder) == []
    assert certificates.make(folder) == certificates.read(folder)


def test_one_that_was_brought_before_anything_was_put_aside_is_known_by_its_maker(tmp_path: Path) -> None:
    folder = tmp_path / "signing"
    certificates.bring(folder, **theirs(tmp_path))
    (folder / "made here").rmdir()
    assert certificates.is_brought(folder)
    assert certificates.go_back(folder) is None
    assert os.listdir(folder) == []


def test_one_from_another_catalogue_counts_as_brought(tmp_path: Path) -> None:
    certificates.make(tmp_path / "other")
    other = {"chain": tmp_path / "other" / CHAIN_FILE, "key": tmp_path / "other" / KEY_FILE}
    certificates.bring(tmp_path / "signing", **other)
    assert certificates.is_brought(tmp_path / "signing")


def test_one_that_has_ceased_to_hold_is_not_gone_back_to(tmp_path: Path) -> None:
    folder = tmp_path / "signing"
    certificates.make(folder, now=NOW - 4000 * DAY)
    certificates.bring(folder, **theirs(tmp_path))
    assert certificates.go_back(folder) is None
    assert os.listdir(folder) == []


def bad(kind: str) -> tuple[bytes, bytes]:
    """Chain and key of which one thing is wrong."""
    root, key = Authority(), KEYS["es256"]()
    good = root.issue(key)
    others: dict[str, Callable[[], tuple[bytes, bytes]]] = {
        "no certificate": lambda: (b"nothing", pem_key(key)),
        "no key": lambda: (pem(good), b"nothing"),
        "swapped": lambda: (pem_key(key), pem(good)),
        "locked key": lambda: (pem(good), pem_key(key, password=b"secret")),
        "another key": lambda: (pem(good), pem_key(KEYS["es256"]())),
        "root first": lambda: (pem(root.certificate, good), pem_key(key)),
        "authority": lambda: (pem(root.certificate), pem_key(root.key)),
        "self-signed": lambda: (pem(root.issue(root.key, subject=root.name)), pem_key(root.key)),
        "expired": lambda: (pem(root.issue(key, end=NOW - timedelta(seconds=1))), pem_key(key)),
        "not yet": lambda: (pem(root.issue(key, begin=NOW + DAY)), pem_key(key)),
        "no purpose": lambda: (pem(root.issue(key, usages=())), pem_key(key)),
        "web server": lambda: (pem(root.issue(key, usages=(ExtendedKeyUsageOID.SERVER_AUTH,))), pem_key(key)),
        "any purpose": lambda: (
            pem(root.issue(key, usages=(EMAIL, ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE))),
            pem_key(key),
        ),
        "no signing": lambda: (pem(root.issue(key, signs=False)), pem_key(key)),
        "strange root": lambda: (pem(good, Authority().certificate), pem_key(key)),
    }
    if kind in ("short", "koblitz"):
        key = KEYS[kind]()
        return pem(root.issue(key)), pem_key(key)
    return others[kind]()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("no certificate", "chain.pem holds no certificate"),
        ("no key", "private.pem holds no private key"),
        ("swapped", "chain.pem holds no certificate"),
        ("locked key", "locked with a password"),
        ("another key", "does not belong to the certificate"),
        ("root first", "does not belong to the certificate"),
        ("authority", "that of an authority"),
        ("self-signed", "signed by itself"),
        ("expired", "expired on"),
        ("not yet", "not valid before"),
        ("no purpose", "not issued for signing documents"),
        ("web server", "not issued for signing documents"),
        ("any purpose", "not issued for signing documents"),
        ("no signing", "does not allow its key to sign"),
        ("strange root", "do not follow from each other"),
        ("short", "too short: 1024 bits"),
        ("koblitz", "key of this kind"),
    ],
)
def test_what_does_not_serve_is_told_and_changes_nothing(tmp_path: Path, kind: str, sentence: str) -> None:
    folder = tmp_path / "signing"
    before = certificates.make(folder)
    chain, key = bad(kind)
    with pytest.raises(SigningError, match=sentence) as caught:
        certificates.bring(folder, **files(tmp_path, chain=chain, key=key))
    assert caught.value.advice
    assert certificates.read(folder) == before


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SigningError, match="cannot be read"):
        certificates.bring(tmp_path, chain=tmp_path / "none", key=tmp_path / "none")
    with pytest.raises(SigningError, match="cannot be read"):
        certificates.read(tmp_path)


def test_names_come_from_the_organisation_alone(tmp_path: Path) -> None:
    root, key = Authority(), KEYS["es256"]()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Jane Roe")])
    brought = certificates.bring(
        tmp_path / "signing", **files(tmp_path, chain=pem(root.issue(key, subject=subject)), key=pem_key(key))
    )
    assert brought.organisation == ""
