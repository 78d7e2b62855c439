"""Inputs of the corpora, each repeated to 100,000 bytes in three ways and checked by a release build; and files
of that size that are all very small parts.

    python fuzz/repeated.py target/release/gainsay

Prints what takes most processor seconds, and most memory beyond that of an empty file, as times its size.
"""

import os
import sys
import tempfile
from pathlib import Path

SIZE = 100_000

CLAIMS = b"article: {id: a, source: B}\nclaims:\n"
NAMES = [b"%x" % n for n in range(9_000)]
SMALL = {
    "maps": b"- a:\n" * 20_000,
    "maps in brackets": b"[" + b"{a}," * 25_000 + b"]\n",
    "lists in brackets": b"[" + b"[]," * 33_000 + b"]\n",
    "anchors": b"- &a a\n" * 14_000,
    "open brackets": b"[" * SIZE,
    "open lists": b"- " * 50_000,
    "documents": b"---\narticle: {id: a}\n" * 4_300,
    "empty claims": CLAIMS + b"- {}\n" * 20_000,
    "members": CLAIMS + b"- {subject: a, property: b, value: [" + b"a," * 45_000 + b"]}\n",
    "citations": CLAIMS + b"- {subject: a, property: b, value: c, cites: [" + b"a," * 45_000 + b"]}\n",
    "claims": CLAIMS + b"".join(b"- {subject: %s, property: p, value: v}\n" % name for name in NAMES[:2_400]),
    "entities": b"entities:\n" + b"".join(b"  %s: {}\n" % name for name in NAMES),
    "properties": b"properties:\n" + b"".join(b"  %s: {}\n" % name for name in NAMES),
    "rules": b"rules:\n" + b"- holds: a<b\n" * 7_000,
    "rulings": b"rulings:\n" + b"- {}\n" * 19_000,
}


def repetitions(text):
    """The whole text again and again, as documents of one file, and each of its lines again and again."""
    text = text if text.endswith(b"\n") else text + b"\n"
    n = max(1, SIZE // len(text))
    lines = text.split(b"\n")
    return {
        "whole": text * n,
        "documents": (text + b"---\n") * n,
        "lines": b"\n".join(line for line in lines for _ in range(n)),
    }


def files(corpora):
    """The name and the content of each file."""
    yield from SMALL.items()
    for file in sorted(corpora.glob("*/*")):
        text = file.read_bytes()
        for how, repeated in repetitions(text).items() if text else []:
            yield f"{file.parent.name}/{file.name[:12]} {how}", repeated


def run(program, path):
    """Status, processor seconds and most kilobytes of one run, on one thread."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.environ["RAYON_NUM_THREADS"] = "1"
        os.execv(program, [program, "check", path, "--format", "json"])
    _, status, used = os.wait4(child, 0)
    return status, used.ru_utime + used.ru_stime, used.ru_maxrss


def main(program):
    corpora = Path(__file__).parent / "corpus"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "claims.yaml")
        Path(path).write_bytes(b"")
        _, _, least = run(program, path)
        seconds, memory = [], []
        for name, text in files(corpora):
            Path(path).write_bytes(text)
            status, used, most = run(program, path)
            if not os.WIFEXITED(status) or os.WEXITSTATUS(status) > 2:
                print("failed:", name)
            seconds.append((used, name))
            memory.append(((most - least) * 1024 / len(text), name))
        print(len(seconds), "files")
        for what, all in {"seconds": seconds, "times its size": memory}.items():
            for most, name in sorted(all, reverse=True)[:3]:
                print(f"{most:8.2f} {what}: {name}")


main(sys.argv[1])
