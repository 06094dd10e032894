import sys

import work


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [work.burn(n) for n in range(size)]
    print(results[:2], work.status())


if __name__ == "__main__":
    main()
