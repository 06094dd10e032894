def gather(values, places, factors):
    out = []
    for i in range(len(places)):
        out.append(values[places[i]] * factors[2 * i] + factors[2 * i + 1])
    return out


numbers = [i * 0.5 for i in range(20)]
print(gather(numbers, [3, 0, -1, 19, -20, 7], numbers))
print(gather(numbers, [], numbers), gather([], [], []))
for places, factors in (([20], numbers), ([-21], numbers), ([1, 2], numbers[:3]), ([2**70], numbers)):
    try:
        print(gather(numbers, places, factors))
    except IndexError as error:
        print(error)
print(gather(numbers, [True, False], numbers))
