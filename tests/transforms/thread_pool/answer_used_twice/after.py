import requests
from concurrent.futures import ThreadPoolExecutor

sizes = []


def compute_response(page):
    return requests.get("http://127.0.0.1:9/%d" % page, timeout=10)


with ThreadPoolExecutor(max_workers=32) as pool:
    for page, response in zip(
        range(12), pool.map(compute_response, range(12))
    ):
        print(page, response.status_code)
        sizes.append(len(response.content))
print(sizes)
