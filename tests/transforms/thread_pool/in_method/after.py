import time
from concurrent.futures import ThreadPoolExecutor


class Client:
    def __init__(self, base, delay):
        self.base = base
        self.delay = delay

    def get(self, path):
        time.sleep(self.delay)
        return f"{self.base}/{path}".upper()

    def get_all(self, paths):
        pages = []
        with ThreadPoolExecutor(max_workers=32) as pool:
            pages.extend(pool.map(self.get, paths))
        return pages


if __name__ == "__main__":
    client = Client("http://example", 0.002)
    print(client.get_all([f"p{n}" for n in range(20)]))
