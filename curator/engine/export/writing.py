"""Renders, writes and checks an export, then puts it in its place: whole, or not at all."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from curator.engine.errors import ExportError
from curator.engine.export.checking import check
from curator.engine.export.contents import GALLERY, ExportPlan, ExportSummary
from curator.engine.export.documents import write_documents
from curator.engine.export.manifest import FILE_NAME, manifest_bytes
from curator.engine.export.portfolio import Cancelled, write_pictures
from curator.engine.export.rendering import Renderer
from curator.engine.export.signing import Signer, signer_of
from curator.engine.export.staging import staging
from curator.engine.said import said


def write(
    plan: ExportPlan,
    *,
    folder: Path,
    renderer: Renderer,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    signer: Signer | None = None,
    anyway: bool = False,
) -> ExportSummary | None:
    """Writes a planned export into a folder in place of what Curator wrote there before.

    Never touches the catalogue, so it runs in any thread but belongs beside the main one.
    Files that have not changed since the last export are taken over from it. Once it
    returns, ``record`` has to note the export in the catalogue.

    Args:
        plan: from ``plan``, for that folder.
        folder: new, empty, or an earlier export.
        renderer: opens originals; called from two threads of this function's own.
        progress: told steps done and in all, in the calling thread.
        cancelled: asked between any two pictures, in the calling thread.
        clock: the time that the manifest notes, in UTC.
        signer: signs deepfakes when the plan wants it; made from the plan's folder unless given.
        anyway: the second yes to what ``ExportPlan.estrangement`` says.

    Returns:
        What stands in the folder now, or None when it was cancelled and nothing was changed.

    Raises:
        CuratorError: nothing was changed; the sentence says why. An ``ExportError``, or what the
            certificate is refused for.
    """
    if plan.estrangement and not anyway:
        raise ExportError(
            plan.estrangement,
            advice=said("Look at them first, then say that it is meant. Nothing was changed."),
        )
    # Of each entry the pictures and their check, then its pages of the gallery and theirs.
    total = (4 if plan.options.gallery else 2) * len(plan.entries)
    done = 0

    def step() -> None:
        nonlocal done
        if cancelled():
            raise Cancelled
        done += 1
        progress(done, total)

    try:
        signer = _signer(plan, given=signer)
        with staging(folder, catalogue_id=plan.catalogue_id, home=plan.home) as stage:
            if stage.standing is not None and stage.standing.digest != plan.compared_with:
                raise ExportError(
                    said("The export in {target} is another one than was looked at.", target=stage.target),
                    advice=said("Look at what would change, then export again. Nothing was changed."),
                )
            exported_at = clock()
            pictures = write_pictures(
                plan, stage=stage, renderer=renderer, signer=signer, step=step, cancelled=cancelled
            )
            notes, told = write_documents(
                plan, stage=stage, sizes=pictures.sizes, exported_at=exported_at, step=step
            )
            notes = [*pictures.notes, *notes]
            signed_by = "" if signer is None else signer.identity
            manifest = manifest_bytes(plan, files=notes, exported_at=exported_at, signed_by=signed_by)
            stage.write(FILE_NAME, data=manifest)
            stage.sync()
            check(stage.folder, plan=plan, notes=notes, step=step)
            if cancelled():
                raise Cancelled
            stage.swap()
    except Cancelled:
        return None
    return ExportSummary(
        folder=stage.target,
        exported_at=exported_at,
        published=len(plan.entries),
        rendered=pictures.rendered,
        signed=pictures.signed,
        added=len(plan.added),
        changed=len(plan.changed),
        removed=plan.removed,
        # What it would do was said before, and is done now.
        notices=(*(one for one in plan.notices if one != plan.estrangement), *told),
        size=len(manifest) + sum(note.size for note in notes),
        manifest_digest=hashlib.sha256(manifest).hexdigest(),
        decisions_head=plan.decisions_head,
        fingerprints={entry.id: (entry.digest, entry.fingerprint) for entry in plan.entries},
        gallery=stage.target / GALLERY / "index.html" if plan.options.gallery else None,
    )


def _signer(plan: ExportPlan, *, given: Signer | None) -> Signer | None:
    """Who signs the deepfakes of that plan, if anybody does.

    Raises:
        CuratorError: signing is not installed, or the certificate cannot be used.
    """
    if not plan.options.signed or given is not None or plan.signing is None:
        return given if plan.options.signed else None
    return signer_of(plan.signing, organisation=plan.options.credit)
