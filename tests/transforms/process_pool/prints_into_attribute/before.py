class Run:
    def __init__(self, count):
        self.count = count
        self.rows = []

    def work(self, n):
        print("work", n)
        return sum(k * n % 7 for k in range(2000))

    def go(self):
        for n in range(self.count):
            self.rows.append(self.work(n))
        print(self.rows)


if __name__ == "__main__":
    Run(9).go()
