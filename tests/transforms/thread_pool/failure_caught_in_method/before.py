import time


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
        for number in numbers:
            try:
                item = self.client.item(number)
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
