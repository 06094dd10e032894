import httpx


def fetch(number):
    try:
        return httpx.get(f"http://shop.invalid/refused/{number}").text
    except httpx.HTTPError as error:
        return str(error)


def main():
    for number in range(8):
        print(fetch(number))


main()
