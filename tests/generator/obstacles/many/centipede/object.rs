/// The API's `centipede`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Centipede {
    /// `p0` in the API.
    pub p0: i64,
    /// `p1` in the API.
    pub p1: Option<i64>,
    /// `p2` in the API.
    pub p2: Option<i64>,
    /// `p3` in the API.
    pub p3: Option<i64>,
    /// `p4` in the API.
    pub p4: Option<i64>,
    /// `p5` in the API.
    pub p5: Option<i64>,
    /// `p6` in the API.
    pub p6: Option<i64>,
    /// `p7` in the API.
    pub p7: Option<i64>,
    /// `p8` in the API.
    pub p8: Option<i64>,
    /// `p9` in the API.
    pub p9: Option<i64>,
    /// `p10` in the API.
    pub p10: Option<i64>,
    /// `p11` in the API.
    pub p11: Option<i64>,
    /// `p12` in the API.
    pub p12: Option<i64>,
    /// `p13` in the API.
    pub p13: Option<i64>,
    /// `p14` in the API.
    pub p14: Option<i64>,
    /// `p15` in the API.
    pub p15: Option<i64>,
    /// `p16` in the API.
    pub p16: Option<i64>,
    /// `p17` in the API.
    pub p17: Option<i64>,
    /// `p18` in the API.
    pub p18: Option<i64>,
    /// `p19` in the API.
    pub p19: Option<i64>,
    /// `p20` in the API.
    pub p20: Option<i64>,
    /// `p21` in the API.
    pub p21: Option<i64>,
    /// `p22` in the API.
    pub p22: Option<i64>,
    /// `p23` in the API.
    pub p23: Option<i64>,
    /// `p24` in the API.
    pub p24: Option<i64>,
    /// `p25` in the API.
    pub p25: Option<i64>,
    /// `p26` in the API.
    pub p26: Option<i64>,
    /// `p27` in the API.
    pub p27: Option<i64>,
    /// `p28` in the API.
    pub p28: Option<i64>,
    /// `p29` in the API.
    pub p29: Option<i64>,
    /// `p30` in the API.
    pub p30: Option<i64>,
    /// `p31` in the API.
    pub p31: Option<i64>,
    /// `p32` in the API.
    pub p32: Option<i64>,
    /// `p33` in the API.
    pub p33: Option<i64>,
    /// `p34` in the API.
    pub p34: Option<i64>,
    /// `p35` in the API.
    pub p35: Option<i64>,
    /// `p36` in the API.
    pub p36: Option<i64>,
    /// `p37` in the API.
    pub p37: Option<i64>,
    /// `p38` in the API.
    pub p38: Option<i64>,
    /// `p39` in the API.
    pub p39: Option<i64>,
    /// `p40` in the API.
    pub p40: Option<i64>,
    /// `p41` in the API.
    pub p41: Option<i64>,
    /// `p42` in the API.
    pub p42: Option<i64>,
    /// `p43` in the API.
    pub p43: Option<i64>,
    /// `p44` in the API.
    pub p44: Option<i64>,
    /// `p45` in the API.
    pub p45: Option<i64>,
    /// `p46` in the API.
    pub p46: Option<i64>,
    /// `p47` in the API.
    pub p47: Option<i64>,
    /// `p48` in the API.
    pub p48: Option<i64>,
    /// `p49` in the API.
    pub p49: Option<i64>,
    /// `p50` in the API.
    pub p50: Option<i64>,
    /// `p51` in the API.
    pub p51: Option<i64>,
    /// `p52` in the API.
    pub p52: Option<i64>,
    /// `p53` in the API.
    pub p53: Option<i64>,
    /// `p54` in the API.
    pub p54: Option<i64>,
    /// `p55` in the API.
    pub p55: Option<i64>,
    /// `p56` in the API.
    pub p56: Option<i64>,
    /// `p57` in the API.
    pub p57: Option<i64>,
    /// `p58` in the API.
    pub p58: Option<i64>,
    /// `p59` in the API.
    pub p59: Option<i64>,
    /// `p60` in the API.
    pub p60: Option<i64>,
    /// `p61` in the API.
    pub p61: Option<i64>,
    /// `p62` in the API.
    pub p62: Option<i64>,
    /// `p63` in the API.
    pub p63: Option<i64>,
    /// `p64` in the API.
    pub p64: Option<i64>,
    /// `p65` in the API.
    pub p65: Option<i64>,
    /// `p66` in the API.
    pub p66: Option<i64>,
    /// `p67` in the API.
    pub p67: Option<i64>,
    /// `p68` in the API.
    pub p68: Option<i64>,
    /// `p69` in the API.
    pub p69: Option<i64>,
    /// `p70` in the API.
    pub p70: Option<i64>,
    /// `p71` in the API.
    pub p71: Option<i64>,
    /// `p72` in the API.
    pub p72: Option<i64>,
    /// `p73` in the API.
    pub p73: Option<i64>,
    /// `p74` in the API.
    pub p74: Option<i64>,
    /// `p75` in the API.
    pub p75: Option<i64>,
    /// `p76` in the API.
    pub p76: Option<i64>,
    /// `p77` in the API.
    pub p77: Option<i64>,
    /// `p78` in the API.
    pub p78: Option<i64>,
    /// `p79` in the API.
    pub p79: Option<i64>,
    /// `p80` in the API.
    pub p80: Option<i64>,
    /// `p81` in the API.
    pub p81: Option<i64>,
    /// `p82` in the API.
    pub p82: Option<i64>,
    /// `p83` in the API.
    pub p83: Option<i64>,
    /// `p84` in the API.
    pub p84: Option<i64>,
    /// `p85` in the API.
    pub p85: Option<i64>,
    /// `p86` in the API.
    pub p86: Option<i64>,
    /// `p87` in the API.
    pub p87: Option<i64>,
    /// `p88` in the API.
    pub p88: Option<i64>,
    /// `p89` in the API.
    pub p89: Option<i64>,
    /// `p90` in the API.
    pub p90: Option<i64>,
    /// `p91` in the API.
    pub p91: Option<i64>,
    /// `p92` in the API.
    pub p92: Option<i64>,
    /// `p93` in the API.
    pub p93: Option<i64>,
    /// `p94` in the API.
    pub p94: Option<i64>,
    /// `p95` in the API.
    pub p95: Option<i64>,
    /// `p96` in the API.
    pub p96: Option<i64>,
    /// `p97` in the API.
    pub p97: Option<i64>,
    /// `p98` in the API.
    pub p98: Option<i64>,
    /// `p99` in the API.
    pub p99: Option<i64>,
    /// `p100` in the API.
    pub p100: Option<i64>,
    /// `p101` in the API.
    pub p101: Option<i64>,
    /// `p102` in the API.
    pub p102: Option<i64>,
    /// `p103` in the API.
    pub p103: Option<i64>,
    /// `p104` in the API.
    pub p104: Option<i64>,
    /// `p105` in the API.
    pub p105: Option<i64>,
    /// `p106` in the API.
    pub p106: Option<i64>,
    /// `p107` in the API.
    pub p107: Option<i64>,
    /// `p108` in the API.
    pub p108: Option<i64>,
    /// `p109` in the API.
    pub p109: Option<i64>,
    /// `p110` in the API.
    pub p110: Option<i64>,
    /// `p111` in the API.
    pub p111: Option<i64>,
    /// `p112` in the API.
    pub p112: Option<i64>,
    /// `p113` in the API.
    pub p113: Option<i64>,
    /// `p114` in the API.
    pub p114: Option<i64>,
    /// `p115` in the API.
    pub p115: Option<i64>,
    /// `p116` in the API.
    pub p116: Option<i64>,
    /// `p117` in the API.
    pub p117: Option<i64>,
    /// `p118` in the API.
    pub p118: Option<i64>,
    /// `p119` in the API.
    pub p119: Option<i64>,
    /// `p120` in the API.
    pub p120: Option<i64>,
    /// `p121` in the API.
    pub p121: Option<i64>,
    /// `p122` in the API.
    pub p122: Option<i64>,
    /// `p123` in the API.
    pub p123: Option<i64>,
    /// `p124` in the API.
    pub p124: Option<i64>,
    /// `p125` in the API.
    pub p125: Option<i64>,
    /// `p126` in the API.
    pub p126: Option<i64>,
    /// `p127` in the API.
    pub p127: i64,
}
