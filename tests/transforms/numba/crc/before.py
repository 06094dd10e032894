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


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


table = make_table()
print(hex(crc32([(i * 7) % 256 for i in range(1000)], table)))
print(crc32([], table), crc32([1, 2**70], table))
