package dev.glimprouter.check;

import java.util.List;

/** Sentences with their verdicts. */
final class Sentences {

    /** True with the first of the two numbers in braces, false with the second. */
    private static final String JUDGED =
            """
            48 / 2 = {24|23}
            48/2={24|42}
            48 clips / 2 = {24|25} clips
            48 {÷|+} 2 = 24
            Natalia sold 48/2 = {24|26} clips in May.
            Altogether she sold 48+24 = {72|62} clips in April and May.
            $5 * 3 = ${15|16}
            $5 * 3 = {15|8} dollars
            He has $20 - $5 = ${15|14} left.
            The pen costs 20$, so three cost 20*3 = {60$|70$}.
            12 hours + 3 hours = {15|16} hours
            1,200 + 300 = {1,500|1,600}
            1,200,000 / 1,000 = {1,200|12,000}
            She paid {350|450},000 + 50,000 = 400,000 in all.
            0.1 + 0.2 = {0.3|0.4}
            .20*30 = {6|60}
            2.50 * 4 = ${10.00|12.00}
            3 × 4 = {12|13}
            3 x 4 = {12|13}
            3x4 = {12|13}
            6 x $55 = ${330|320}
            3 · 4 = {12|7}
            60 ÷ 4 = {15|16}
            7 − 9 = {-2|2}
            30 – 7 – 14 = {9|10}
            2^10 = {1024|1000}
            2 ** 3 = {8|6}
            2³ + 1 = {9|7}
            5² = {25|10}
            10^6 / 10^3 = {1000|100}
            2^{-1} = {0.5|-2}
            (3 + 4) * 2 = {14|11}
            3 + 4 * 2 = {11|14}
            ((1 + 2) * (3 + 4)) / 7 = {3|4}
            [2 + 3] * 4 = {20|14}
            2(3+4) = {14|15}
            25(.20)={5|6} bucks
            (2)(3)(4) = {24|25}
            -3 + 5 = {2|3}
            So we get: -3 + 5 = {2|3}
            5 - (-3) = {8|2}
            2 * -3 = {-6|6}
            (-2)^2 = {4|-4}
            5% of 40 = {2|3}
            15% of $80 = ${12|13}
            40 * 20% = {8|9}
            20% * 40 = {8|80}
            1/2 of 10 = {5|4}
            3/4*84 = {63|36}
            2/5 x 60 = {24|30} apples
            1 / 5 = {20|21}%
            7 puppies / 20 puppies * 100% = {35|36}%
            3 / 12 * 100 = {25|20}%
            50% + 25% = {75|80}%
            100% - 20% = {80|70}%
            (100 + 50) * 12 percent = {18|19}
            {0.2|0.3} = 20% * 1
            3 + 4 = 7 = {14|16} / 2
            5 + 3 + 0.25 = {8.25|8.5} tablespoons
            3 * 31 days + 28 = {93|94} days + 28 = 121 days
            10 / 3 = {3.33|3.43}
            10 / 3 = {3.3|3.5}
            20 / 3 = {6.67|6.76}
            20 / 3 = {6.66|6.56}
            1/3 = {0.333...|0.334...}
            10 / 3 ≈ {3.3|4.4}
            10 / 3 \\approx {3.33|2.33}
            22 * 19 = about {400|500}
            19 * 21 is roughly 400, or 19 * 21 = {400|300}
            1/2 + 1/3 = {5/6|2/5}
            2 1/2 * 4 = {10|11}
            2½ * 4 = {10|11}
            ½ + ¼ = {¾|½}
            {24|25} = 48 / 2
            {12|13} = 3 * 4
            $\\frac{3}{4} \\times 8 = {6|7}$
            $\\dfrac{1}{2} + \\dfrac{1}{2} = {1|2}$
            \\(48 \\div 2 = {24|23}\\)
            \\[48 \\cdot 2 = {96|94}\\]
            $\\left(3 + 4\\right) \\cdot 2 = {14|11}$
            48 / 2 = \\boxed{{24|23}}
            48 / 2 = **{24|23}**
            **48 / 2 = {24|23}**
            `48 / 2 = {24|23}`
            10 \\text{ apples} + 5 \\text{ apples} = {15|16} \\text{ apples}
            20\\% \\times 50 = {10|12}
            \\$5 \\times 3 = \\${15|18}
            1{,}200 + 300 = {1500|1400}
            10,\\!000 / 10 = {1000|100}
            90° + 45° = {135|145}°
            $90^\\circ + 45^\\circ = {135|125}^\\circ$
            $5^2 \\text{ m}^2 = 5 * {5|6}$
            x &= 3 + 4 = {7|8} \\\\
            Step 1: 3 + 4 = {7|8}
            Step 2. 3 + 4 = {7|8}
            1. 48 / 2 = {24|23}
            1) 48 / 2 = {24|23}
            (1) 48 / 2 = {24|23}
            - 48 / 2 = {24|23}
            - 3 + 4 = {7|8}
            - 3 + 4 = {1|2}
            * 48 / 2 = {24|23}
            • 48 / 2 = {24|23}
            A = 3 * 4 = {12|13}
            Area = length * width = 3 * 4 = {12|13}
            Total: $3 + $4 = ${7|8}.
            The answer (3 + 4 = {7|8}) follows.
            Since 1 box holds 12, 5 boxes hold 5 * 12 = {60|50} pencils
            20/5 = {4|5} boxes
            3 times 4 = {12|13}
            3 plus 4 = {7|8}
            9 minus 4 = {5|6}
            100 divided by 4 = {25|26}
            100 multiplied by 4 = {400|40}
            a total of 30 + 12 = {42|43} eggs
            She pays $3/pen * 4 pens = ${12|13}
            $30/hour * 15 hours = ${450|400}
            80 GB / 2 GB/minute = {40|20} minutes
            15840 feet / (440 feet/minute) = {36|34} minutes
            48 eggs in cases + 2 loose eggs = {50|52} eggs
            6 packets of chicken * $4 per pack of chicken = ${24|25}
            27 people x 2 cupcakes each = {54|56} cupcakes
            14 feet wide x 25 feet long x 4 feet deep = {1,400|1,300}
            10 * 10 cents = {100|110} cents
            8 * 25 = ${2|3}
            10 - 3 = 7; 7 * 2 = {14|15}
            48 / 2 = {24|23}, so the rest is 24 + 1 = 25
            2 + 2 == {4|5}
            (80 + 90) / 2 = {85|86}
            5 * 3 = {15|16} + 2 = 17
            1 - 1 = {0|1}
            0 * 5 = {0|5}
            12 * 5 = 10 * 5 + 2 * 5 = {50|40} + 10 = 60
            a^2 + b^2 = 9 + 16 = {25|26}
            1000 * (1 + 0.05)^2 = {1102.50|1105.20}
            3^2 + 4^2 = {5|6}^2
            100/4/5 = {5|4}
            8 / 2 * 4 = {16|1}
            5/6 = {83.33|83.23}%
            0.75 * 1 = 3/4 = {75|74}%
            """;

    /** Nothing is said about these. */
    private static final String SILENT =
            """
            x = 5
            2x = 10
            2x + 3 = 11
            x + 5 = 10
            10 - x = 3
            3x2 = 6x
            5m + 3 = 23
            g + s = 20
            x_1 + 3 = 5
            f(3) = 9
            f(2+3) = 25
            cost + 3 * 4 = 20
            Price - 3 * 4 = 20
            25 + tax = 30
            the rest = 3 * 4 - the tax = 10
            25 classmates + his 1 teacher + 1 himself = 27 people
            day 1 = 5
            In week 2 her savings + $5 = $20
            Step 1 - 3 + 4 = 7
            Day 1 = 3 + 4
            3/4
            on 3/4 = 5 guests
            pages 3-4 = 2 pages
            days 3-7 = 5 days
            at 3:30
            3:30 + 2 = 5:30
            10 am + 5 hours = 3 pm
            11 + 3 = 2 on the clock
            version 1.2.3 + 1 = 4
            5 = 5
            5 = 6
            5! = 120
            5! = 121
            3 + 4 = 8!
            3:4 = 6:8
            3 : 4 = 6 : 9
            2 hours = 120 minutes
            1 dozen = 12
            $1.50 = 150 cents
            3 feet = 36 inches
            1 box = 12 pencils
            1 week = 7 * 24 = 168 hours
            5 boxes = 5 * 12 = 60 pencils
            $1.50 * 2 = 300 cents
            1 hour + 30 minutes = 90 minutes
            6 * 15 minutes = 1.5 hours
            3 * 20 minutes = 1 hour
            16 ounces * 2 = 2 pounds
            2 * 60 = 2 hours
            5 dozen + 3 = 63
            3 million + 2 million = 5,000,000
            2 + 3 = 5 thousand
            17 / 5 = 3 remainder 2
            17 / 5 = 3 R 2
            17 / 5 = 3 with a remainder of 2
            90 / 60 = 1 hour and 30 minutes
            90 / 60 = 1 hour 30 minutes
            5 / 2 = 2 and a half
            5 / 2 = 2 1/2
            10 mod 3 = 2
            3 \\cdot 5 = 1 \\pmod 7
            3 * 5 = 1 (mod 7)
            1 + 1 = 10 in binary
            In base 5, 3 + 4 = 12
            10_2 + 1_2 = 11_2
            Is 3 + 4 = 8?
            3 + 4 = 8? No.
            3 + 4 = 8 is wrong.
            It is not true that 3 + 4 = 8.
            3 + 4 = 8. Wait, that is not right: 3 + 4 = 7.
            If 3 + 4 = 8 then pigs fly
            Suppose 3 + 4 = 8
            3 + 4 != 8
            3 + 4 ≠ 8
            3 + 4 \\neq 8
            3 + 4 < 8
            3 + 4 <= 8
            3 + 4 =
            3 + 4 = ?
            = 7
            40 + 10% = 44
            40 - 25% = 30
            6 / 2(1+2) = 9
            6 / 2(1+2) = 1
            6 / 1/2 = 12
            -2^2 = 4
            -2^2 = -4
            1/2 of 10 + 4 = 7
            half of 10 + 4 = 9
            twice 3 + 4 = 10
            the average of 3 + 4 = 3.5
            2/5 of the 60 + 4 = 28
            Add 5 to 3 + 4 = 12
            the sum of 5 and 3 + 4 = 12
            5 more than 3 + 4 = 12
            1 + 2 + ... + 10 = 55
            1 + 2 + 3 + \\dots + 10 = 55
            279/99999 = 0.\\overline{00279}
            sqrt(16) + 1 = 5
            \\sqrt{16} + 1 = 5
            \\sqrt{3^2 + 4^2} = 5
            sin 30 + 1 = 1.5
            |3 - 5| = 2
            gcd(12, 18) = 6
            C(5,2) = 10
            (1, 2) + (3, 4) = (4, 6)
            3/24 = 1/8 of 2 feet
            3,5 + 1 = 4,5
            350 000 * 2 = 700 000
            1.5e3 + 1 = 1501
            5 / 0 = 0
            9^9^9^9 = 9
            $30 / people = $10
            48 = 100% + 20%
            3 apples each + 4 = 15
            2 H2 + O2 = 2 H2O
            a[3] + 4 = 8
            i := 3 + 4 = 8
            3 boxes of 4 + 5 = 17
            3 bags with 4 apples + 2 = 14
            twice as many as 4 + 3 = 14
            5 choose 2 * 3 = 30
            0x10 + 1 = 17
            2:15 PM + 45 minutes = 3:00 PM
            Speed = 30 miles / 20 minutes = 90 mph
            21 / 4 = 5 with 1 left
            three times 4 + 3 = 21
            \\binom{5}{2} \\cdot 3 = 30
            17 % 5 = 2
            5'6" + 2" = 5'8"
            3rd + 4th = 7th
            """;

    private Sentences() {}

    static List<String> trueOnes() {
        return judged("$1");
    }

    static List<String> falseOnes() {
        return judged("$2");
    }

    static List<String> silentOnes() {
        return SILENT.lines().toList();
    }

    private static List<String> judged(String choice) {
        return JUDGED.lines()
                .map(line -> line.replaceAll("\\{([^{}|]*)\\|([^{}|]*)}", choice))
                .toList();
    }
}
