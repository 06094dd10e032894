class Codec:
    @staticmethod
    def encode(n):
        digits = ""
        while n:
            n, rest = divmod(n, 36)
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        return digits or "0"

    @classmethod
    def encode_all(cls, numbers):
        return [cls.encode(n) for n in numbers]


numbers = [7 ** n for n in range(60)]
codes = []
for number in numbers:
    codes.append(Codec.encode(number))
print(codes[-2:], codes == Codec.encode_all(numbers))
