import httpx
from concurrent.futures import ThreadPoolExecutor

URLS = [f"http://shop.invalid/items/{number}" for number in range(8)]


def main():
    with httpx.Client(headers={"accept": "text/*"}, timeout=3) as client:
        sizes = []

        def compute_response(url):
            response = client.get(url)
            response.raise_for_status()
            return response

        with ThreadPoolExecutor(max_workers=32) as pool:
            for response in pool.map(compute_response, URLS):
                sizes.append(len(response.text))
    print(sizes)


main()
