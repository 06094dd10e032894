def make_table():
    table = []
    for n in range(256):
        crc = n
        for _ in range(8):
            if crc & 1:
                crc = 0xEDB88320 ^ (crc >> 1)
            else:
                crc >>= 1
        table.append(crc)
    return table


print(make_table())
