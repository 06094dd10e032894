import sys


class Model:
    def __init__(self):
        self.seen = []

    def plain(self, number):
        return sum(k * number for k in range(2000))

    def counting(self, number):
        self.seen.append(number)
        return sum(k * number for k in range(2000)) + len(self.seen)


def main():
    kind = sys.argv[2] if len(sys.argv) > 2 else "plain"
    model = Model()
    results = []
    for number in range(int(sys.argv[1])):
        results.append(getattr(model, kind)(number))
    print(results)


main()
