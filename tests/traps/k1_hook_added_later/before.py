import sys

import httpx

COUNT = int(sys.argv[1])


def number_it(sent):
    number_it.count += 1
    sent["number"] = str(number_it.count)


number_it.count = 0


def main():
    with httpx.Client() as client:
        if COUNT > 8:
            client.event_hooks["request"].append(number_it)
        for number in range(COUNT):
            print(client.get(f"http://shop.invalid/{number}").text)


main()
