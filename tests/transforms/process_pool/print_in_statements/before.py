def main():
    rows = []
    for n in range(660, 700):
        steps, peak, value = 0, n, n
        while value > 1:
            value = 3 * value + 1 if value % 2 else value // 2
            peak = max(peak, value)
            if value == 1000 or steps == 90:
                print(n, "comes by 1000 after", steps, "steps")
            steps += 1
        rows.append((steps, peak))
    print(rows[:3], len(rows))


main()
