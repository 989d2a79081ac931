"""Says which computer a fetch talks to."""

from curator.ui.language import tr


def promise(host: str) -> str:
    """That this is the only time that Curator uses the network, and with whom it talks then.

    Args:
        host: the computer with its port; empty while nobody has named one.
    """
    if not host:
        return tr(
            "A fetch is the only time that Curator uses the network. It talks to the server that you name"
            " here, and to no other computer."
        )
    return tr(
        "A fetch is the only time that Curator uses the network. It talks to {host}, and to no other"
        " computer.",
        host=host,
    )
