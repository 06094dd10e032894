import httpx
from concurrent.futures import ThreadPoolExecutor

API = "http://shop.invalid"


def fetch(path, number):
    response = httpx.get(f"{API}/{path}", params={"n": number}, timeout=5)
    response.raise_for_status()
    return response.json()


def main():
    total = 0

    def fetch_for_number(number):
        return fetch("items", number)

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, result in zip(
            range(9), pool.map(fetch_for_number, range(9))
        ):
            total += result["size"]
            print(number, total)


main()
