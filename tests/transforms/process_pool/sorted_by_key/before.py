def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


names = {"n%d" % n: n for n in range(1, 200)}
print(sorted(names.items(), key=lambda pair: steps(pair[1]), reverse=True)[:20])
