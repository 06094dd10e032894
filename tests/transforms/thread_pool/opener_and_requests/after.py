import pathlib
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def main():
    opener = urllib.request.build_opener()
    opener.addheaders = [("User-agent", "golden/1.0")]
    names = ["before.py", "expect.json"] * 6
    found = {}
    items = list(enumerate(names))

    def count_for_name(item):
        place, name = item
        request = urllib.request.Request(
            BASE + "/" + name, headers={"X-Place": str(place)}
        )
        with opener.open(request, timeout=5) as response:
            text = response.read().decode()
        return text.count("\n")

    with ThreadPoolExecutor(max_workers=32) as pool:
        for (place, name), result in zip(
            items, pool.map(count_for_name, items)
        ):
            found[place] = (name, result > 2)
    print(found)


if __name__ == "__main__":
    main()
