import time
from concurrent.futures import ThreadPoolExecutor


class Client:
    def __init__(self, base):
        self.base = base

    def item(self, number):
        time.sleep(0.002)
        if number % 5 == 3:
            raise ValueError(f"no item {number}")
        return {"price": number / 7, "stock": self.base + number}


class Report:
    def __init__(self, client):
        self.client = client
        self.value = 0.0
        self.failures = []

    def run(self, numbers):
        def try_item(number):
            try:
                return self.client.item(number), None
            except BaseException as error:
                return None, error

        with ThreadPoolExecutor(max_workers=32) as pool:
            for result, failure in pool.map(try_item, numbers):
                try:
                    if failure is not None:
                        raise failure
                    item = result
                except ValueError as error:
                    self.failures.append(str(error))
                    continue
                self.value += item["price"] * item["stock"]


def main():
    report = Report(Client(3))
    report.run(range(1, 25))
    print(f"{report.value:.2f}", report.failures)


if __name__ == "__main__":
    main()
