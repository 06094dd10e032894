import httpx

API = "http://shop.invalid"


def fetch(path, number):
    response = httpx.get(f"{API}/{path}", params={"n": number}, timeout=5)
    response.raise_for_status()
    return response.json()


def main():
    total = 0
    for number in range(9):
        total += fetch("items", number)["size"]
        print(number, total)


main()
