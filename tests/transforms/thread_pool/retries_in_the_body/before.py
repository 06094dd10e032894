import pathlib
import time
import urllib.request

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def main():
    lengths = []
    for number in range(12):
        name = "missing" if number % 5 == 2 else "before.py"
        length = -1
        for attempt in range(3):
            try:
                with urllib.request.urlopen(BASE + "/" + name) as response:
                    length = len(response.read())
                break
            except OSError:
                time.sleep(0.001 * 2 ** attempt)
        lengths.append(length)
    print([length > 0 for length in lengths])


if __name__ == "__main__":
    main()
