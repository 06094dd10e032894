import tables

print(tables.SQUARES[:5])
