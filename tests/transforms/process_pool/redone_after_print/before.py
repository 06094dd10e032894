def score(pair):
    left, right = pair
    return sum(k % left for k in range(right)) / (right - 40)


def main():
    best = {}
    for number, (left, right) in enumerate(zip(range(1, 60), range(20, 79))):
        print("begin", number)
        best[number] = score((left, right))
        print("got", best[number])


main()
