"""What can go wrong with the database, each with the way out."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """A problem with the database that its operator can mend."""


class StoreUnwritable(StoreError):
    def __init__(self, path: Path, cause: BaseException) -> None:
        super().__init__(
            f"The database {path} cannot be opened or written ({cause}). Check that the folder "
            "exists and belongs to the user that runs Mujaz, or set MUJAZ_DATA to another one."
        )


class StoreMissing(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no database {path}. Set MUJAZ_DATA to the folder that holds it; "
            "`python run.py poll --once` begins a new one."
        )


class StoreFull(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk that holds {path} is full: nothing was written. Free some space; Mujaz "
            "goes on by itself."
        )


class StoreBusy(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program keeps the database {path} locked. Close it (a database browser, "
            "a backup) and try again."
        )


class StoreNewer(StoreError):
    def __init__(self, path: Path, unknown: str) -> None:
        super().__init__(
            f"The database {path} was written by a newer Mujaz (it has “{unknown}”). Update Mujaz, "
            "or restore a backup that this version made."
        )


class StoreClosed(StoreError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"The database {path} is closed: Mujaz is stopping.")


class StoreDamaged(StoreError):
    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"The database {path} is damaged ({found}). Stop Mujaz, move the file away and run "
            "`python run.py restore BACKUP` with the newest file in the backups folder."
        )
        self.found = found


class BackupUnwritable(StoreError):
    def __init__(self, path: Path, cause: BaseException) -> None:
        reason = f"The backup {path} cannot be written"
        if not path.parent.is_dir():
            super().__init__(
                f"{reason}: there is no folder {path.parent}. Make it, or name a file in another."
            )
        else:
            why = getattr(cause, "strerror", None) or cause
            super().__init__(f"{reason} ({why}). Name a file in a folder that you may write.")


class NotBackup(StoreError):
    """What was to be restored is none of ours; the present database was not changed."""

    def __init__(self, path: Path, found: object, folder: Path) -> None:
        super().__init__(
            f"{path} is not a backup of Mujaz ({found}), so nothing was changed. Name a file that "
            f"`python run.py backup FILE` made; the daily backups are in {folder}."
        )


class AlreadyRunning(StoreError):
    def __init__(self, path: Path, process: str) -> None:
        super().__init__(
            f"Mujaz is already running with this data folder (process {process or 'unknown'}, "
            f"lock {path}). Stop that one first, or set MUJAZ_DATA to another folder."
        )
