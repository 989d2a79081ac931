"""Addresses as people type them, and what leads to the same server."""

import pytest

from curator.engine.intake.nocodb.address import host_of, server_of
from curator.engine.intake.nocodb.failures import About, FetchFailed


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("nocodb.example.org", "https://nocodb.example.org"),
        ("  https://NocoDB.Example.org/ ", "https://nocodb.example.org"),
        ("https://nocodb.example.org:443", "https://nocodb.example.org"),
        ("https://nocodb.example.org:8443/", "https://nocodb.example.org:8443"),
        ("https://example.org/tools/nocodb/", "https://example.org/tools/nocodb"),
        ("https://example.org/dashboard/#/nc/p_1/md_2", "https://example.org"),
        ("https://example.org/nocodb/api/v2/meta?x=1", "https://example.org/nocodb"),
        ("https://bücher.example/", "https://xn--bcher-kva.example"),
        ("localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:8109/dashboard", "http://127.0.0.1:8109"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_what_people_paste_is_understood(typed: str, url: str) -> None:
    server = server_of(typed)
    assert (server.url, server.warning) == (url, "")
    assert server_of(server.url) == server


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "https://exa mple.org",
        "https://example.org:99999",
        "https://[::1",
        "https://example.org\n.evil.example",
        "https://a..b",
        "https://user:password@example.org",
        "https://token@example.org",
        "https://example.org/../x",
        "x" * 3000,
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(FetchFailed) as refused:
        server_of(typed)
    assert refused.value.about is About.ADDRESS
    assert "password@" not in str(refused.value)


def test_plain_http_is_refused_in_the_internet_and_told_in_the_own_network() -> None:
    for public in ("http://nocodb.example.org", "http://93.184.216.34"):
        with pytest.raises(FetchFailed, match="Without https"):
            server_of(public)
    for near in ("http://192.168.1.20:8080", "http://nas:8080", "http://nocodb.local", "http://[fe80::1]"):
        assert "without https" in server_of(near).warning
    assert server_of("https://nas:8080").warning == ""


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/x/a%20b.jpg", "/x/a%20b.jpg"),
        ("c.jpg?sig=1&x=ü", "/files/c.jpg?sig=1&x=%C3%BC"),
        ("https://NOCODB.example.org:443/x.jpg", "/x.jpg"),
        ("https://nocodb.example.org/a b#part", "/a%20b"),
        ("http://nocodb.example.org/x.jpg", None),
        ("https://nocodb.example.org:444/x.jpg", None),
        ("//evil.example/x.jpg", None),
        ("https://evil.example/x.jpg", None),
        ("https://nocodb.example.org.evil.example/x.jpg", None),
        ("https://nocodb.example.org@evil.example/x.jpg", None),
        ("https://[broken/x.jpg", None),
        ("javascript:alert(1)", None),
    ],
)
def test_only_what_leads_to_the_same_server_has_a_path(url: str, path: str | None) -> None:
    assert server_of("https://nocodb.example.org").path_of(url, base="/files/b.jpg") == path


def test_paths_are_encoded_and_stay_below_the_prefix() -> None:
    server = server_of("https://example.org/nocodb")
    assert server.path_below("download/a b/100%é#?.jpg") == "/nocodb/download/a%20b/100%25%C3%A9%23%3F.jpg"
    for path in ("a/../../b", "..", "a\\..\\b", "./a"):
        with pytest.raises(FetchFailed, match="leads elsewhere"):
            server.path_below(path)


def test_hosts_are_named_without_passwords() -> None:
    assert host_of("https://user:secret@example.org:8443/x?token=1") == "example.org:8443"
    assert host_of("nonsense") == "nonsense"
