"""Fetches what a campaign's form collected from NocoDB, and reads what NocoDB exported.

::

    looking, fetching > marking > attached > opening, downloading > v1, v2, v3 > tables
        > client > connections > stopping, address > failures
    looking, fetching, exports > mapping > cells, rows, request
"""
