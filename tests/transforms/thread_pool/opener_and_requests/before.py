import pathlib
import urllib.request

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def main():
    opener = urllib.request.build_opener()
    opener.addheaders = [("User-agent", "golden/1.0")]
    names = ["before.py", "expect.json"] * 6
    found = {}
    for place, name in enumerate(names):
        request = urllib.request.Request(
            BASE + "/" + name, headers={"X-Place": str(place)}
        )
        with opener.open(request, timeout=5) as response:
            text = response.read().decode()
        found[place] = (name, text.count("\n") > 2)
    print(found)


if __name__ == "__main__":
    main()
