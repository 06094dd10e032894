def runs(pixels):
    found = []
    start = 0
    for i in range(1, len(pixels)):
        if pixels[i] != pixels[i - 1]:
            found.append((pixels[start], i - start))
            start = i
    found.append((pixels[start], len(pixels) - start))
    return found


def main():
    pixels = [(i // 7) % 3 * (i % 2) for i in range(3000)]
    print(runs(pixels)[:20])
    print(runs([5]))
    print(runs([5, 5]))
    print(runs([5, 6]))
    try:
        print(runs([]))
    except IndexError as e:
        print(e)


main()
