def sort(xs):
    moves = 0
    for i in range(1, len(xs)):
        j = i
        while j > 0 and xs[j - 1] > xs[j]:
            xs[j - 1], xs[j] = xs[j], xs[j - 1]
            j -= 1
            moves += 1
    return moves


numbers = [3.5, -1.0, 2.0, -0.0, 0.0, 9.25, 1.0]
print(sort(numbers), numbers, sort([]))
