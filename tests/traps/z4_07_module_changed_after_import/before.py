"""A module whose state the script changes, by an option only."""
import sys

import engine


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    if len(sys.argv) > 2:
        engine.configure(int(sys.argv[2]))
    results = []
    for n in range(size):
        results.append(engine.score(n))
    print(repr(results[:3]), sum(results))


main()
