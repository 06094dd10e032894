# What is asked for in the try may be evaluated behind something that fails.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



class Table(dict):
    def __missing__(self, key):
        raise KeyError(f"no {key}")


def fetch(number):
    value = ask(number)
    if number % 3 == 1:
        raise LookupError(number)
    return {"price": value}


rows, limits = [], Table({n: n * 100 for n in range(0, 20, 2)})
for number in range(count):
    try:
        rows.append(limits[number] + fetch(number)["price"])
    except KeyError as error:
        rows.append(str(error))
    except LookupError as error:
        rows.append(repr(error))
print(rows)
