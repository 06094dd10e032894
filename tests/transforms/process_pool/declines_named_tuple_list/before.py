from collections import namedtuple

Holder = namedtuple("Holder", "items")


def burn(number, holder):
    holder.items.append(number)
    total = 0
    for k in range(300):
        total += number * k % 11
    return total + len(holder.items)


holder = Holder([])
totals = []
for number in range(40):
    totals.append(burn(number, holder))
print(totals)
