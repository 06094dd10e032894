def offsets(sizes, gap):
    places = []
    end = 3
    for size in sizes:
        end -= gap - size * size
        places.append(end % 97)
    return places, end


print(offsets([k * 7 % 11 for k in range(10)], 4), offsets([], 1), offsets([2**40] * 3, 2))
