"""A process that fetches, tells how much it has filed, and is killed in the middle."""

import sys
import threading
from pathlib import Path

from fake_nocodb import TOKEN

from curator.engine.catalogue import Catalogue
from curator.engine.intake.nocodb.fetching import fetch_submissions
from curator.engine.intake.nocodb.request import CAMPAIGN_PHOTOS, FetchRequest, Source
from curator.engine.media import MediaStore

with Catalogue.open(Path(sys.argv[1])) as catalogue:
    ready = threading.Event()
    receiving = fetch_submissions(
        catalogue,
        FetchRequest(Source(sys.argv[2], "BASE", "photos"), CAMPAIGN_PHOTOS),
        token=TOKEN,
        media=MediaStore(catalogue.media_folder),
        on_ready=ready.set,
    )
    receiving.start()
    while not receiving.finished:
        ready.wait(60)
        ready.clear()
        if receiving.settle(writing=catalogue.writing):
            print(receiving.summary.loaded, flush=True)
