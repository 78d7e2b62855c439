"""What a short script does with an archive: reads it with PyYAML's C loader on two processes, and has pandas
group the claims by question and count the values. It compares nothing.

    python benches/group.py ARCHIVE    # needs pyyaml and pandas
"""

import sys
from multiprocessing import Pool
from pathlib import Path

import pandas
import yaml


def claims(path):
    """The article, subject, property and value of each claim of a file."""
    with open(path, encoding="utf-8") as file:
        content = yaml.load(file, yaml.CSafeLoader)
    return [
        (path.stem, claim["subject"], claim["property"], str(claim["value"]))
        for claim in content["claims"]
    ]


def main():
    paths = sorted(Path(sys.argv[1]).rglob("*.yaml"))
    with Pool(2) as pool:
        rows = [row for read in pool.imap(claims, paths, chunksize=256) for row in read]
    table = pandas.DataFrame(rows, columns=["article", "subject", "property", "value"])
    questions = table.groupby(["subject", "property"])
    values, articles = questions["value"].nunique(), questions["article"].nunique()
    print(f"{len(table)} claims, {len(values)} questions")
    print(f"{((values == 1) & (articles > 1)).sum()} have one value, {(values > 1).sum()} several")


if __name__ == "__main__":
    main()
