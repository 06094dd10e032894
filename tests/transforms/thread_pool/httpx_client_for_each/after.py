import httpx
from concurrent.futures import ThreadPoolExecutor


def visit(number):
    with httpx.Client(base_url="http://shop.invalid") as client:
        client.get("/login/me")
        return client.get(f"/items/{number}").json()


def main():
    with ThreadPoolExecutor(max_workers=32) as pool:
        for result in pool.map(visit, range(8)):
            print(result)


main()
