"""A draw by hand, from docs/reference/casework.md alone: prints what draw.test.ts expects."""
import hashlib, json

def canonical(value):
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()

def sha(data):
    return hashlib.sha256(data)

def numbers(key):
    counter = 0
    while True:
        block = sha(key + counter.to_bytes(8, "big")).digest()
        for at in range(0, 32, 8):
            yield int.from_bytes(block[at:at + 8], "big")
        counter += 1

def below(stream, n):
    while True:
        number = next(stream)
        if number < 2**64 - 2**64 % n:
            return number % n

def take(entries, weights, count, stream):
    left = list(zip(entries, weights))
    drawn = []
    for _ in range(count):
        r = below(stream, sum(weight for _, weight in left))
        for i, (entry, weight) in enumerate(left):
            if r < weight:
                drawn.append(entry)
                del left[i]
                break
            r -= weight
    return drawn

draw_id = "draw-1"
subjects = [{"id": f"s{i}", "weight": [1, 2, 5][i % 3]} for i in range(12)]
inspectors = [{"id": f"i{i}", "avoids": ["s2", "s5"] if i == 0 else []} for i in range(5)]
drawn, each = 4, 2
seeds = sorted([["guild", "44" * 32], ["amr", "33" * 32]])
beacon = None
digests = [sha(canonical(["polyprism-draw-subjects-v1", draw_id, subjects])).hexdigest(),
           sha(canonical(["polyprism-draw-inspectors-v1", draw_id, inspectors])).hexdigest()]

def key(what):
    return sha(canonical(["polyprism-draw-v1", what, draw_id, *digests, drawn, each, seeds, beacon])).digest()

chosen = take([s["id"] for s in subjects], [s["weight"] for s in subjects], drawn, numbers(key("subjects")))
row = take(inspectors, [1] * 5, 5, numbers(key("inspectors")))
result = []
for subject in chosen:
    able = [one for one in row if subject not in one["avoids"]][:each]
    row = [one for one in row if one not in able] + able
    result.append([subject, *[one["id"] for one in able]])
commitments = [sha(b"polyprism-draw-seed-v1\n" + json.dumps([draw_id, party, seed], separators=(",", ":")).encode()).hexdigest() for party, seed in seeds]
print(json.dumps({"digests": digests, "commitments": commitments, "result": result}, indent=1))
