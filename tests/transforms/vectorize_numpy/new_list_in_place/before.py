def settle(heights, limit, steps):
    kept = heights
    for turn in range(steps):
        new = heights[:]
        for i in range(1, len(heights) - 1):
            if heights[i] > limit:
                new[i] = (heights[i - 1] + heights[i] + heights[i + 1]) // 3
        heights = new
        if turn % 4 == 3:
            print(turn, heights, kept is heights)
    return heights


print(settle([i * i % 23 for i in range(14)], 5, 10))
start = [9, 2]
print(settle(start, 0, 3), settle([], 0, 2), settle(start, 0, 0) is start)
print(settle([7, 2**70, 8, 9], 1, 2))
