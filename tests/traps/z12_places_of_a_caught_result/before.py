import sys

CURRENT = -1


def work(number, divisor):
    squares = sum(k * k % (number + 1) for k in range(30))
    return 100 // (number % divisor) + squares


def show(*values):
    print("now", CURRENT, *values)


def into_global(count, divisor):
    global CURRENT
    for number in range(count):
        try:
            CURRENT = work(number, divisor)
        except ZeroDivisionError:
            show(number)
        show()


def into_closure(count, divisor):
    value = -1

    def tell():
        print("value", value)

    def run():
        nonlocal value
        for number in range(count):
            try:
                value = work(number, divisor)
            except ZeroDivisionError:
                tell()
            tell()

    run()


class Gauge:
    level = 0
    sets = 0

    @property
    def value(self):
        return self.level

    @value.setter
    def value(self, value):
        self.sets += 1
        if self.sets > 12:
            raise ZeroDivisionError("full")
        self.level = value


def into_property(count, divisor):
    gauge = Gauge()
    for number in range(count):
        try:
            gauge.value = work(number, divisor)
        except ZeroDivisionError as error:
            print(error, gauge.sets)
        print(gauge.value)


def into_list(count, divisor):
    table = [0] * (count - 5)
    try:
        for number in range(count):
            try:
                table[number] = work(number, divisor)
            except ZeroDivisionError as error:
                print(error)
            finally:
                print("done", number)
    except IndexError as error:
        print(error, number, table)


def until_too_many(count, divisor):
    value = previous = failures = 0
    for number in range(count):
        previous = value
        try:
            value = work(number, divisor)
        except ZeroDivisionError:
            failures += 1
            value = previous - 1
            if failures > 3:
                sys.exit("too many failures")
        print(number, value, previous)


def main():
    divisor = int(sys.argv[1])
    into_global(30, divisor)
    into_closure(30, divisor)
    into_property(30, divisor)
    into_list(30, divisor)
    until_too_many(30, divisor)


main()
