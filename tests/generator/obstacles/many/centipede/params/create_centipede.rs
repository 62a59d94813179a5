use crate::runtime::encode::Fields;

/// Parameters of `centipede#create`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateCentipede(pub(super) Fields);

impl CreateCentipede {
    /// With what is required.
    #[allow(clippy::too_many_arguments, reason = "all of these are required")]
    pub fn new(
        a0: impl Into<String>,
        a1: impl Into<String>,
        a2: impl Into<String>,
        a3: impl Into<String>,
        a4: impl Into<String>,
        a5: impl Into<String>,
        a6: impl Into<String>,
        a7: impl Into<String>,
        a8: impl Into<String>,
        a9: impl Into<String>,
        a10: impl Into<String>,
        a11: impl Into<String>,
    ) -> Self {
        Self(
            Fields::new()
                .text("a0", a0)
                .text("a1", a1)
                .text("a2", a2)
                .text("a3", a3)
                .text("a4", a4)
                .text("a5", a5)
                .text("a6", a6)
                .text("a7", a7)
                .text("a8", a8)
                .text("a9", a9)
                .text("a10", a10)
                .text("a11", a11),
        )
    }

    /// Sets `a0`.
    #[inline]
    pub fn a0(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a0", value))
    }

    /// Sets `a1`.
    #[inline]
    pub fn a1(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a1", value))
    }

    /// Sets `a2`.
    #[inline]
    pub fn a2(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a2", value))
    }

    /// Sets `a3`.
    #[inline]
    pub fn a3(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a3", value))
    }

    /// Sets `a4`.
    #[inline]
    pub fn a4(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a4", value))
    }

    /// Sets `a5`.
    #[inline]
    pub fn a5(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a5", value))
    }

    /// Sets `a6`.
    #[inline]
    pub fn a6(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a6", value))
    }

    /// Sets `a7`.
    #[inline]
    pub fn a7(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a7", value))
    }

    /// Sets `a8`.
    #[inline]
    pub fn a8(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a8", value))
    }

    /// Sets `a9`.
    #[inline]
    pub fn a9(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a9", value))
    }

    /// Sets `a10`.
    #[inline]
    pub fn a10(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a10", value))
    }

    /// Sets `a11`.
    #[inline]
    pub fn a11(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a11", value))
    }

    /// Sets `b0`.
    #[inline]
    pub fn b0(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b0", value))
    }

    /// Sets `b1`.
    #[inline]
    pub fn b1(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b1", value))
    }

    /// Sets `b2`.
    #[inline]
    pub fn b2(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b2", value))
    }

    /// Sets `b3`.
    #[inline]
    pub fn b3(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b3", value))
    }

    /// Sets `b4`.
    #[inline]
    pub fn b4(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b4", value))
    }

    /// Sets `b5`.
    #[inline]
    pub fn b5(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b5", value))
    }

    /// Sets `b6`.
    #[inline]
    pub fn b6(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b6", value))
    }

    /// Sets `b7`.
    #[inline]
    pub fn b7(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b7", value))
    }

    /// Sets `b8`.
    #[inline]
    pub fn b8(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b8", value))
    }

    /// Sets `b9`.
    #[inline]
    pub fn b9(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b9", value))
    }

    /// Sets `b10`.
    #[inline]
    pub fn b10(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b10", value))
    }

    /// Sets `b11`.
    #[inline]
    pub fn b11(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b11", value))
    }

    /// Sets `b12`.
    #[inline]
    pub fn b12(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b12", value))
    }

    /// Sets `b13`.
    #[inline]
    pub fn b13(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b13", value))
    }

    /// Sets `b14`.
    #[inline]
    pub fn b14(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b14", value))
    }

    /// Sets `b15`.
    #[inline]
    pub fn b15(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b15", value))
    }

    /// Sets `b16`.
    #[inline]
    pub fn b16(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b16", value))
    }

    /// Sets `b17`.
    #[inline]
    pub fn b17(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b17", value))
    }

    /// Sets `b18`.
    #[inline]
    pub fn b18(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b18", value))
    }

    /// Sets `b19`.
    #[inline]
    pub fn b19(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b19", value))
    }

    /// Sets `b20`.
    #[inline]
    pub fn b20(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b20", value))
    }

    /// Sets `b21`.
    #[inline]
    pub fn b21(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b21", value))
    }

    /// Sets `b22`.
    #[inline]
    pub fn b22(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b22", value))
    }

    /// Sets `b23`.
    #[inline]
    pub fn b23(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b23", value))
    }

    /// Sets `b24`.
    #[inline]
    pub fn b24(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b24", value))
    }

    /// Sets `b25`.
    #[inline]
    pub fn b25(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b25", value))
    }

    /// Sets `b26`.
    #[inline]
    pub fn b26(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b26", value))
    }

    /// Sets `b27`.
    #[inline]
    pub fn b27(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b27", value))
    }

    /// Sets `b28`.
    #[inline]
    pub fn b28(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b28", value))
    }

    /// Sets `b29`.
    #[inline]
    pub fn b29(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b29", value))
    }

    /// Sets `b30`.
    #[inline]
    pub fn b30(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b30", value))
    }

    /// Sets `b31`.
    #[inline]
    pub fn b31(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b31", value))
    }

    /// Sets `b32`.
    #[inline]
    pub fn b32(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b32", value))
    }

    /// Sets `b33`.
    #[inline]
    pub fn b33(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b33", value))
    }

    /// Sets `b34`.
    #[inline]
    pub fn b34(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b34", value))
    }

    /// Sets `b35`.
    #[inline]
    pub fn b35(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b35", value))
    }

    /// Sets `b36`.
    #[inline]
    pub fn b36(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b36", value))
    }

    /// Sets `b37`.
    #[inline]
    pub fn b37(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b37", value))
    }

    /// Sets `b38`.
    #[inline]
    pub fn b38(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b38", value))
    }

    /// Sets `b39`.
    #[inline]
    pub fn b39(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b39", value))
    }

    /// Sets `b40`.
    #[inline]
    pub fn b40(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b40", value))
    }

    /// Sets `b41`.
    #[inline]
    pub fn b41(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b41", value))
    }

    /// Sets `b42`.
    #[inline]
    pub fn b42(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b42", value))
    }

    /// Sets `b43`.
    #[inline]
    pub fn b43(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b43", value))
    }

    /// Sets `b44`.
    #[inline]
    pub fn b44(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b44", value))
    }

    /// Sets `b45`.
    #[inline]
    pub fn b45(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b45", value))
    }

    /// Sets `b46`.
    #[inline]
    pub fn b46(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b46", value))
    }

    /// Sets `b47`.
    #[inline]
    pub fn b47(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b47", value))
    }

    /// Sets `b48`.
    #[inline]
    pub fn b48(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b48", value))
    }

    /// Sets `b49`.
    #[inline]
    pub fn b49(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b49", value))
    }

    /// Sets `b50`.
    #[inline]
    pub fn b50(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b50", value))
    }

    /// Sets `b51`.
    #[inline]
    pub fn b51(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b51", value))
    }

    /// Sets `b52`.
    #[inline]
    pub fn b52(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b52", value))
    }

    /// Sets `b53`.
    #[inline]
    pub fn b53(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b53", value))
    }

    /// Sets `b54`.
    #[inline]
    pub fn b54(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b54", value))
    }

    /// Sets `b55`.
    #[inline]
    pub fn b55(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b55", value))
    }

    /// Sets `b56`.
    #[inline]
    pub fn b56(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b56", value))
    }

    /// Sets `b57`.
    #[inline]
    pub fn b57(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b57", value))
    }

    /// Sets `b58`.
    #[inline]
    pub fn b58(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b58", value))
    }

    /// Sets `b59`.
    #[inline]
    pub fn b59(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b59", value))
    }

    /// Sets `b60`.
    #[inline]
    pub fn b60(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b60", value))
    }

    /// Sets `b61`.
    #[inline]
    pub fn b61(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b61", value))
    }

    /// Sets `b62`.
    #[inline]
    pub fn b62(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b62", value))
    }

    /// Sets `b63`.
    #[inline]
    pub fn b63(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b63", value))
    }

    /// Sets `b64`.
    #[inline]
    pub fn b64(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b64", value))
    }

    /// Sets `b65`.
    #[inline]
    pub fn b65(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b65", value))
    }

    /// Sets `b66`.
    #[inline]
    pub fn b66(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b66", value))
    }

    /// Sets `b67`.
    #[inline]
    pub fn b67(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b67", value))
    }

    /// Sets `b68`.
    #[inline]
    pub fn b68(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b68", value))
    }

    /// Sets `b69`.
    #[inline]
    pub fn b69(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b69", value))
    }

    /// Sets `b70`.
    #[inline]
    pub fn b70(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b70", value))
    }

    /// Sets `b71`.
    #[inline]
    pub fn b71(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b71", value))
    }

    /// Sets `b72`.
    #[inline]
    pub fn b72(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b72", value))
    }

    /// Sets `b73`.
    #[inline]
    pub fn b73(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b73", value))
    }

    /// Sets `b74`.
    #[inline]
    pub fn b74(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b74", value))
    }

    /// Sets `b75`.
    #[inline]
    pub fn b75(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b75", value))
    }

    /// Sets `b76`.
    #[inline]
    pub fn b76(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b76", value))
    }

    /// Sets `b77`.
    #[inline]
    pub fn b77(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b77", value))
    }

    /// Sets `b78`.
    #[inline]
    pub fn b78(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b78", value))
    }

    /// Sets `b79`.
    #[inline]
    pub fn b79(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b79", value))
    }

    /// Sets `b80`.
    #[inline]
    pub fn b80(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b80", value))
    }

    /// Sets `b81`.
    #[inline]
    pub fn b81(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b81", value))
    }

    /// Sets `b82`.
    #[inline]
    pub fn b82(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b82", value))
    }

    /// Sets `b83`.
    #[inline]
    pub fn b83(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b83", value))
    }

    /// Sets `b84`.
    #[inline]
    pub fn b84(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b84", value))
    }

    /// Sets `b85`.
    #[inline]
    pub fn b85(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b85", value))
    }

    /// Sets `b86`.
    #[inline]
    pub fn b86(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b86", value))
    }

    /// Sets `b87`.
    #[inline]
    pub fn b87(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b87", value))
    }

    /// Sets `b88`.
    #[inline]
    pub fn b88(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b88", value))
    }

    /// Sets `b89`.
    #[inline]
    pub fn b89(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b89", value))
    }

    /// Sets `b90`.
    #[inline]
    pub fn b90(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b90", value))
    }

    /// Sets `b91`.
    #[inline]
    pub fn b91(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b91", value))
    }

    /// Sets `b92`.
    #[inline]
    pub fn b92(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b92", value))
    }

    /// Sets `b93`.
    #[inline]
    pub fn b93(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b93", value))
    }

    /// Sets `b94`.
    #[inline]
    pub fn b94(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b94", value))
    }

    /// Sets `b95`.
    #[inline]
    pub fn b95(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b95", value))
    }

    /// Sets `b96`.
    #[inline]
    pub fn b96(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b96", value))
    }

    /// Sets `b97`.
    #[inline]
    pub fn b97(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b97", value))
    }

    /// Sets `b98`.
    #[inline]
    pub fn b98(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b98", value))
    }

    /// Sets `b99`.
    #[inline]
    pub fn b99(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b99", value))
    }

    /// Sets `b100`.
    #[inline]
    pub fn b100(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b100", value))
    }

    /// Sets `b101`.
    #[inline]
    pub fn b101(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b101", value))
    }

    /// Sets `b102`.
    #[inline]
    pub fn b102(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b102", value))
    }

    /// Sets `b103`.
    #[inline]
    pub fn b103(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b103", value))
    }

    /// Sets `b104`.
    #[inline]
    pub fn b104(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b104", value))
    }

    /// Sets `b105`.
    #[inline]
    pub fn b105(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b105", value))
    }

    /// Sets `b106`.
    #[inline]
    pub fn b106(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b106", value))
    }

    /// Sets `b107`.
    #[inline]
    pub fn b107(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b107", value))
    }

    /// Sets `b108`.
    #[inline]
    pub fn b108(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b108", value))
    }

    /// Sets `b109`.
    #[inline]
    pub fn b109(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b109", value))
    }

    /// Sets `b110`.
    #[inline]
    pub fn b110(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b110", value))
    }

    /// Sets `b111`.
    #[inline]
    pub fn b111(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b111", value))
    }

    /// Sets `b112`.
    #[inline]
    pub fn b112(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b112", value))
    }

    /// Sets `b113`.
    #[inline]
    pub fn b113(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b113", value))
    }

    /// Sets `b114`.
    #[inline]
    pub fn b114(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b114", value))
    }

    /// Sets `b115`.
    #[inline]
    pub fn b115(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b115", value))
    }

    /// Sets `b116`.
    #[inline]
    pub fn b116(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b116", value))
    }

    /// Sets `b117`.
    #[inline]
    pub fn b117(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b117", value))
    }

    /// Sets `b118`.
    #[inline]
    pub fn b118(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b118", value))
    }

    /// Sets `b119`.
    #[inline]
    pub fn b119(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b119", value))
    }

    /// Sets `b120`.
    #[inline]
    pub fn b120(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b120", value))
    }

    /// Sets `b121`.
    #[inline]
    pub fn b121(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b121", value))
    }

    /// Sets `b122`.
    #[inline]
    pub fn b122(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b122", value))
    }

    /// Sets `b123`.
    #[inline]
    pub fn b123(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b123", value))
    }

    /// Sets `b124`.
    #[inline]
    pub fn b124(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b124", value))
    }

    /// Sets `b125`.
    #[inline]
    pub fn b125(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b125", value))
    }

    /// Sets `b126`.
    #[inline]
    pub fn b126(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b126", value))
    }

    /// Sets `b127`.
    #[inline]
    pub fn b127(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b127", value))
    }

    /// Sets `b128`.
    #[inline]
    pub fn b128(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b128", value))
    }

    /// Sets `b129`.
    #[inline]
    pub fn b129(self, value: impl Into<String>) -> Self {
        Self(self.0.text("b129", value))
    }
}
