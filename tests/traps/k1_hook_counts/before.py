import sys

import httpx

COUNT = int(sys.argv[1])
seen = []


def note(request):
    seen.append(len(seen))


def main():
    with httpx.Client(event_hooks={"request": [note]}) as client:
        sizes = [
            client.get(f"http://shop.invalid/{number}").json()["size"]
            for number in range(COUNT)
        ]
    print(sizes, seen)


main()
