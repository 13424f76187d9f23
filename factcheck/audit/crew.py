"""Processes that share numbered work: each takes the next number that is free.

They are told where to find their work; no data passes between them but how far they are. What all
of them need is loaded once (`warm`), by a process that they are forked from where the system can
do that and that serves all passes; elsewhere each loads it by itself. A process whose parent is
gone ends by itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from queue import Empty
from typing import Any

from claims_db.errors import FactcheckError, InputError
from factcheck.audit.jobs import Job, Tell

_PATIENCE = 0.5  # seconds between two looks at whether the others are alive
_UNSEARCHED = 50  # pieces of work after which cycles are searched: they make many objects, but none


@dataclass(frozen=True, slots=True)
class _Failed:
    what: str


def prepare() -> None:
    """Has what the processes need loaded while the parent goes on, where they are forked."""
    context = _context()
    if context.get_start_method() == "forkserver":
        from multiprocessing import forkserver

        forkserver.ensure_running()


def share(job: Job, workers: int, tell: Tell) -> None:
    """Does the job, by so many processes. Raises what went wrong in one of them."""
    if workers < 2:
        job.do(_counted(), tell)
    else:
        _share(job, workers, tell)


def alone(job: Job, workers: int) -> None:
    """Does a job that is for one process: another than this one, if there may be so many."""
    if workers < 2:
        job.do(_counted(), _ignore)
    else:
        _share(job, 1, _ignore)


def _ignore(_: object) -> None:
    """Nobody is told how far it is."""


def _share(job: Job, workers: int, tell: Tell) -> None:
    context = _context()
    counter, queue = context.Value("q", 0), context.Queue()
    crew = [
        context.Process(target=_serve, args=(job, counter, queue), daemon=True)
        for _ in range(workers)
    ]
    try:
        for process in crew:
            process.start()
        _listen(crew, queue, tell)
    finally:
        for process in crew:
            process.terminate()
        for process in crew:
            process.join()


def _context() -> Any:
    """How processes are started: by a server that has loaded what they need, else afresh."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["factcheck.audit.warm"])
    return context


def _counted() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def _listen(crew: Sequence[BaseProcess], queue: Any, tell: Tell) -> None:
    done = 0
    while done < len(crew):
        try:
            told = queue.get(timeout=_PATIENCE)
        except Empty:
            _alive(crew, queue)
            continue
        if isinstance(told, _Failed):
            raise InputError(told.what)
        if told is None:
            done += 1
        else:
            tell(told)


def _alive(crew: Sequence[BaseProcess], queue: Any) -> None:
    for process in crew:
        if process.exitcode not in (None, 0) and queue.empty():
            raise InputError(
                f"a worker ended without a word (exit code {process.exitcode})",
                mend="Give it more memory or fewer --workers, then go on with --resume",
            )


def _serve(job: Job, counter: Any, queue: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its crew
    gc.disable()
    gc.freeze()  # what was loaded is shared with the others, and stays
    parent = multiprocessing.parent_process()

    def tickets() -> Iterator[int]:
        while parent is None or parent.is_alive():
            with counter.get_lock():
                number = counter.value
                counter.value += 1
            yield number
            if number % _UNSEARCHED == 0:
                gc.collect()

    try:
        job.do(tickets(), queue.put)
        queue.put(None)
    except FactcheckError as error:
        queue.put(_Failed(str(error)))
    except MemoryError:
        queue.put(_Failed("there is not enough memory. Use fewer --workers"))
    finally:
        gc.unfreeze()
        gc.enable()
