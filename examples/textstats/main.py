# SPDX-License-Identifier: Apache-2.0
"""Compare generated documents with each other; the hot loop is in stats.py.

usage: main.py [DOCUMENTS]
"""
import sys

from corpus import make_documents
from stats import profile_all


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 320
    documents = make_documents(count)
    profiles = profile_all(documents)

    for name, profile in list(profiles.items())[:5]:
        print(name, profile.words, profile.distinct, profile.closest_pair)
    print(f"{count} documents, {sum(p.words for p in profiles.values()):,} words")
    readable = max(profiles, key=lambda name: profiles[name].ease)
    print("easiest to read:", readable, round(profiles[readable].ease, 3))


if __name__ == "__main__":
    main()
