import requests
from concurrent.futures import ThreadPoolExecutor

URLS = [f"http://shop.invalid/{'missing' if n % 4 == 3 else 'items'}/{n}" for n in range(9)]


def main():
    found = []
    failed = {}

    def compute_response(url):
        return requests.get(
            url,
            headers={"Accept": "text/*"},
            timeout=5,
        )

    def try_compute_response(url):
        try:
            return compute_response(url), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=8) as pool:
        for url, (result, failure) in zip(
            URLS, pool.map(try_compute_response, URLS)
        ):
            try:
                if failure is not None:
                    raise failure
                response = result
                found.append(response.json() if response.ok else url)
            except requests.RequestException as error:
                failed[url] = str(error)
    print(found, failed)


main()
